package kontor.connector.channel;

import java.util.List;
import kontor.contracts.Gtin;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.VariantOption;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is to stand on a marketplace.
 *
 * @param images addresses that everybody can open
 * @param price what the buyer pays, VAT included
 * @param placement what holds on this marketplace only
 */
public record Offer(
    Sku sku,
    String title,
    String description,
    @Nullable String brand,
    @Nullable Gtin gtin,
    List<VariantOption> options,
    List<String> images,
    Money price,
    Quantity quantity,
    Placement placement) {

  public Offer {
    options = List.copyOf(options);
    images = List.copyOf(images);
  }

  /** An offer of which nothing special is said on this marketplace. */
  public Offer(
      Sku sku,
      String title,
      String description,
      @Nullable String brand,
      @Nullable Gtin gtin,
      List<VariantOption> options,
      List<String> images,
      Money price,
      Quantity quantity) {
    this(sku, title, description, brand, gtin, options, images, price, quantity, Placement.DEFAULT);
  }

  /** The same with another quantity. */
  public Offer with(Quantity other) {
    return new Offer(
        sku, title, description, brand, gtin, options, images, price, other, placement);
  }

  /** The same under another name. */
  public Offer named(Sku other) {
    return new Offer(
        other, title, description, brand, gtin, options, images, price, quantity, placement);
  }

  /** The same in another place there. */
  public Offer with(Placement other) {
    return new Offer(sku, title, description, brand, gtin, options, images, price, quantity, other);
  }

  /** What it is described by; the title where there is no description. */
  public String text() {
    return description.isBlank() ? title : description;
  }
}
