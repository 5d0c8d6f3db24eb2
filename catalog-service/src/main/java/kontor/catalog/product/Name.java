package kontor.catalog.product;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kontor.contracts.Gtin;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.Variant;

/**
 * A name that only one product may bear.
 *
 * @param kind {@code sku} or {@code gtin}
 */
public record Name(String kind, String value) {

  public static Name of(Sku sku) {
    return new Name("sku", sku.value());
  }

  /** The forms with 8, 12 and 13 digits are the one with 14, filled up with zeros (GS1 §3.3.2). */
  public static Name of(Gtin gtin) {
    return new Name("gtin", "0".repeat(14 - gtin.value().length()) + gtin.value());
  }

  static Set<Name> of(List<Variant> variants) {
    Set<Name> names = new LinkedHashSet<>();
    for (Variant variant : variants) {
      names.add(of(variant.sku()));
      if (variant.gtin() != null) {
        names.add(of(variant.gtin()));
      }
    }
    return names;
  }

  /** What a variant calls itself by this name. */
  boolean isOf(Variant variant) {
    return of(List.of(variant)).contains(this);
  }
}
