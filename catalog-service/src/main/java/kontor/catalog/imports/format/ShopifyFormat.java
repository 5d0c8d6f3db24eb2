package kontor.catalog.imports.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Row;

/**
 * Shopify's product CSV by its documented columns, in the older naming ({@code Handle}, {@code
 * Variant SKU}) and the newer one ({@code URL handle}, {@code SKU}). The first row of a handle
 * describes the product; rows without a price and options only bring further pictures.
 */
final class ShopifyFormat implements Format {

  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("handle", List.of("Handle", "URL handle")),
          Map.entry("title", List.of("Title")),
          Map.entry("body", List.of("Body (HTML)", "Body HTML", "Description")),
          Map.entry("vendor", List.of("Vendor")),
          Map.entry("category", List.of("Product Category", "Standardized Product Type")),
          Map.entry("type", List.of("Type", "Custom Product Type")),
          Map.entry("published", List.of("Published", "Published on online store")),
          Map.entry("sku", List.of("Variant SKU", "SKU")),
          Map.entry("grams", List.of("Variant Grams", "Weight value (grams)")),
          Map.entry("stock", List.of("Variant Inventory Qty", "Inventory quantity")),
          Map.entry("price", List.of("Variant Price", "Price")),
          Map.entry("taxable", List.of("Variant Taxable", "Charge tax")),
          Map.entry("barcode", List.of("Variant Barcode", "Barcode")),
          Map.entry("picture", List.of("Image Src", "Product image URL")),
          Map.entry("ownPicture", List.of("Variant Image", "Variant image URL")),
          Map.entry("status", List.of("Status")));

  @Override
  public String name() {
    return "Shopify";
  }

  @Override
  public boolean fits(Header header) {
    return header.hasAll(of(header, "handle"), of(header, "title"), of(header, "price"))
        && header.has("Option1 Name");
  }

  @Override
  public boolean isAmount(String column) {
    return column.toLowerCase(Locale.ROOT).matches("(variant )?(compare[ -]at )?price");
  }

  @Override
  public Map<String, String> columns(Header header) {
    return Map.of(
        "sku",
        of(header, "sku"),
        "gtin",
        of(header, "barcode"),
        "title",
        of(header, "title"),
        "price",
        of(header, "price"),
        "images",
        of(header, "picture"),
        "options",
        "Option1 Value",
        "categories",
        of(header, "category"),
        "brand",
        of(header, "vendor"));
  }

  static String of(Header header, String name) {
    List<String> names = NAMES.getOrDefault(name, List.of(name));
    return header.any(names).orElse(names.get(0));
  }

  @Override
  public RowKeys keys() {
    return row -> row.text(of(row.header(), "handle"));
  }

  @Override
  public Draft draft(List<Row> rows, Reading reading) {
    return new ShopifyProduct(rows, reading).draft();
  }
}
