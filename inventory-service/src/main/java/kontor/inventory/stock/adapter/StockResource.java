package kontor.inventory.stock.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.eventstore.kafka.StateView;
import kontor.inventory.stock.Assortment;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;
import kontor.inventory.stock.StockLevel;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock for the manager: levels, goods in, corrections and counts. */
@RestController
@RequestMapping("/api/admin/stock")
class StockResource {

  private static final int MAX_LINES = 1_000;

  private final Stock stock;
  private final StateView<StockLevelEvent> levels;
  private final Assortment assortment;

  StockResource(Stock stock, StateView<StockLevelEvent> levels, Assortment assortment) {
    this.stock = stock;
    this.levels = levels;
    this.assortment = assortment;
  }

  /**
   * Goods in, or a count: {@code reference} names the document, so that sending it again is safe.
   */
  record Booking(String reference, List<BookingLine> lines) {}

  /**
   * @param location the main one when absent
   */
  record BookingLine(Sku sku, @Nullable LocationId location, int quantity) {}

  /**
   * @param delta units to add, or to take away when negative
   */
  record Adjustment(
      Sku sku, @Nullable LocationId location, int delta, String reason, String reference) {}

  /**
   * @param booked lines that moved stock; the others had been booked before
   */
  record Booked(int booked, int unchanged) {}

  record Page(List<StockLevelChanged> items, @Nullable String next) {}

  /** One SKU in full. */
  record Detail(
      Sku sku,
      int onHand,
      int reserved,
      int available,
      Map<String, Integer> locations,
      int holds) {}

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    List<StockLevelChanged> after =
        levels.all().stream()
            .filter(StockLevelChanged.class::isInstance)
            .map(StockLevelChanged.class::cast)
            .filter(level -> level.sku().value().compareTo(cursor) > 0)
            .sorted(Comparator.comparing(StockLevelChanged::sku))
            .limit(limit + 1L)
            .toList();
    boolean more = after.size() > limit;
    List<StockLevelChanged> items = more ? after.subList(0, limit) : after;
    return new Page(items, more ? items.get(limit - 1).sku().value() : null);
  }

  /** The SKU is a parameter, since real ones hold slashes. */
  @GetMapping("/level")
  Detail level(@RequestParam Sku sku) {
    StockLevel level = stock.level(sku);
    if (level.onHand().isEmpty() && level.held().isEmpty() && !assortment.knows(sku)) {
      throw BadRequestException.notFound("no stock of SKU '" + sku + "'");
    }
    Map<String, Integer> locations = new TreeMap<>();
    level.onHand().forEach((location, units) -> locations.put(location.value(), units));
    return new Detail(
        sku,
        level.totalOnHand(),
        level.reserved(),
        level.available(),
        locations,
        level.held().size());
  }

  @PostMapping("/receipts")
  Booked receive(@RequestBody Booking booking, HttpServletRequest request) {
    check(booking, 1);
    return book(booking, request, "receipt/");
  }

  /** A stocktake: each line says how many are there now. */
  @PostMapping("/counts")
  Booked count(@RequestBody Booking booking, HttpServletRequest request) {
    check(booking, 0);
    return book(booking, request, "count/");
  }

  @PostMapping("/adjustments")
  Booked adjust(@RequestBody Adjustment adjustment, HttpServletRequest request) {
    required("sku", adjustment.sku);
    required("reason", adjustment.reason);
    checkReference(adjustment.reference);
    known("sku", adjustment.sku);
    List<Record> moved =
        stock.handle(
            adjustment.sku,
            new StockCommand.Adjust(
                location(adjustment.location),
                adjustment.delta,
                adjustment.reason,
                "adjustment/" + adjustment.reference),
            RequestOrigin.of(request));
    return moved.isEmpty() ? new Booked(0, 1) : new Booked(1, 0);
  }

  private Booked book(Booking booking, HttpServletRequest request, String kind) {
    int booked = 0;
    for (int i = 0; i < booking.lines.size(); i++) {
      BookingLine line = booking.lines.get(i);
      String reference = kind + booking.reference + "/" + (i + 1);
      Quantity quantity = new Quantity(line.quantity);
      StockCommand command =
          kind.startsWith("receipt")
              ? new StockCommand.Receive(location(line.location), quantity, reference)
              : new StockCommand.Count(location(line.location), quantity, reference);
      booked += stock.handle(line.sku, command, RequestOrigin.of(request)).isEmpty() ? 0 : 1;
    }
    return new Booked(booked, booking.lines.size() - booked);
  }

  /** Everything is looked at before anything is booked. */
  private void check(Booking booking, int least) {
    checkReference(booking.reference);
    required("lines", booking.lines);
    if (booking.lines.isEmpty() || booking.lines.size() > MAX_LINES) {
      throw BadRequestException.field("lines", "must be from 1 to " + MAX_LINES + " lines");
    }
    for (int i = 0; i < booking.lines.size(); i++) {
      BookingLine line = booking.lines.get(i);
      required("lines[" + i + "].sku", line.sku);
      if (line.quantity < least || line.quantity > 1_000_000) {
        throw BadRequestException.field(
            "lines[" + i + "].quantity", "must be from " + least + " to 1000000");
      }
      known("lines[" + i + "].sku", line.sku);
    }
  }

  private void known(String field, Sku sku) {
    if (!assortment.knows(sku)) {
      throw BadRequestException.field(field, "no product has the SKU '" + sku + "'");
    }
    if (!assortment.components(sku).isEmpty()) {
      throw BadRequestException.field(field, "'" + sku + "' is a bundle: book its components");
    }
  }

  private static void checkReference(@Nullable String reference) {
    required("reference", reference);
    if (reference != null && !reference.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/#-]{0,99}")) {
      throw BadRequestException.field("reference", "must be 1 to 100 letters, digits or ._:/#-");
    }
  }

  private static void required(String field, @Nullable Object value) {
    if (value == null) {
      throw BadRequestException.field(field, "is missing");
    }
  }

  private static LocationId location(@Nullable LocationId location) {
    return location == null ? LocationId.MAIN : location;
  }
}
