package kontor.connector.ebay;

import java.util.List;
import java.util.Optional;
import kontor.connector.channel.ProductType;
import kontor.connector.channel.ProductType.Attribute;
import kontor.connector.channel.ProductType.Part;

/**
 * What eBay wants of every article (Inventory API 1.18, types {@code Product} and {@code
 * InventoryItem}). Which item specifics a category requires eBay says when it refuses; those that
 * are given go as aspects, under whatever name.
 */
final class EbayTypes {

  static final int LONGEST_TITLE = 80;
  static final int LONGEST_TEXT = 4_000;

  /** Not an aspect: a field of the product. */
  static final String BRAND = "brand";

  private static final int LONGEST_VALUE = 65;
  private static final int LONGEST_SKU = 50;
  private static final List<Attribute> ALL =
      List.of(
          Attribute.of("sku", "SKU", Part.SKU, true, LONGEST_SKU),
          Attribute.of("title", "title", Part.TITLE, true, LONGEST_TITLE),
          Attribute.of("description", "description", Part.DESCRIPTION, true, LONGEST_TEXT),
          Attribute.of("imageUrls", "picture", Part.PICTURE, true, 0),
          Attribute.of(BRAND, "brand", Part.BRAND, false, LONGEST_VALUE));

  private EbayTypes() {}

  /** Categories have numbers. */
  static Optional<ProductType> find(String category) {
    return category.matches("[1-9][0-9]{0,9}")
        ? Optional.of(new ProductType(category, category, "1.18", ALL, LONGEST_VALUE))
        : Optional.empty();
  }
}
