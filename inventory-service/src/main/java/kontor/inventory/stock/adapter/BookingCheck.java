package kontor.inventory.stock.adapter;

import java.util.List;
import kontor.contracts.LocationId;
import kontor.contracts.Sku;
import kontor.inventory.location.Location;
import kontor.inventory.location.Locations;
import kontor.inventory.stock.Assortment;
import kontor.inventory.stock.Place;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at everything that a person wants to book before anything is booked. */
@Component
public class BookingCheck {

  private static final int MAX_LINES = 1_000;
  private static final int MAX_UNITS = 1_000_000;

  private final Assortment assortment;
  private final Locations locations;

  BookingCheck(Assortment assortment, Locations locations) {
    this.assortment = assortment;
    this.locations = locations;
  }

  /** A SKU that can lie on a shelf. */
  public void article(String field, @Nullable Sku sku) {
    required(field, sku);
    if (sku == null || !assortment.knows(sku)) {
      throw BadRequestException.field(field, "no product has the SKU '" + sku + "'");
    }
    if (!assortment.components(sku).isEmpty()) {
      throw BadRequestException.field(field, "'" + sku + "' is a bundle: book its components");
    }
  }

  public void quantity(String field, int quantity, int least) {
    if (quantity < least || quantity > MAX_UNITS) {
      throw BadRequestException.field(field, "must be from " + least + " to " + MAX_UNITS);
    }
  }

  /** A described place; the main one when absent. */
  public Place place(String field, @Nullable LocationId id) {
    if (id == null) {
      return Place.MAIN;
    }
    Location found =
        locations
            .find(id)
            .orElseThrow(
                () -> BadRequestException.field(field, "there is no location '" + id + "'"));
    return new Place(id, found.kind());
  }

  public void lines(@Nullable List<?> lines) {
    required("lines", lines);
    if (lines == null || lines.isEmpty() || lines.size() > MAX_LINES) {
      throw BadRequestException.field("lines", "must be from 1 to " + MAX_LINES + " lines");
    }
    for (int i = 0; i < lines.size(); i++) {
      required("lines[" + i + "]", lines.get(i));
    }
  }

  public void reference(@Nullable String reference) {
    required("reference", reference);
    if (reference != null && !reference.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/#-]{0,99}")) {
      throw BadRequestException.field("reference", "must be 1 to 100 letters, digits or ._:/#-");
    }
  }

  public void reason(@Nullable String reason) {
    required("reason", reason);
    if (reason != null && (reason.isBlank() || reason.length() > 200)) {
      throw BadRequestException.field("reason", "must be 1 to 200 characters");
    }
  }

  public static void required(String field, @Nullable Object value) {
    if (value == null) {
      throw BadRequestException.field(field, "is missing");
    }
  }
}
