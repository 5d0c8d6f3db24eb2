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
    Quantity quantity) {

  public Offer {
    options = List.copyOf(options);
    images = List.copyOf(images);
  }
}
