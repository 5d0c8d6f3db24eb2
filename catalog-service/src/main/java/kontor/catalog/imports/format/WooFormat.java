package kontor.catalog.imports.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Row;

/**
 * The CSV export of WooCommerce. A variation names its parent by SKU or as {@code id:44} and may
 * stand anywhere in the file.
 */
final class WooFormat implements Format {

  @Override
  public String name() {
    return "WooCommerce";
  }

  @Override
  public boolean fits(Header header) {
    WooColumns columns = new WooColumns(header);
    return header.hasAll(
        columns.of("Type"), columns.of("SKU"), columns.of("Name"), columns.of("Regular price"));
  }

  @Override
  public boolean isAmount(String column) {
    return column
        .toLowerCase(Locale.ROOT)
        .matches("(sale|regular) price|angebotspreis|regulärer preis");
  }

  @Override
  public Map<String, String> columns(Header header) {
    WooColumns columns = new WooColumns(header);
    return Map.of(
        "sku", columns.of("SKU"),
        "gtin", columns.of("GTIN"),
        "title", columns.of("Name"),
        "price", columns.of("Regular price"),
        "categories", columns.of("Categories"),
        "images", columns.of("Images"),
        "options", columns.attributeValues(1),
        "brand", columns.of("Brands"));
  }

  @Override
  public RowKeys keys() {
    return new WooKeys();
  }

  /** A parent has up to two names: its SKU and its number. */
  private static final class WooKeys implements RowKeys {

    private final Map<String, String> aliases = new HashMap<>();

    @Override
    public String key(Row row) {
      WooColumns columns = new WooColumns(row.header());
      if (isVariation(row)) {
        String parent = row.text(columns.of("Parent"));
        return parent.startsWith("id:") ? "#" + parent.substring(3) : "=" + parent;
      }
      String id = row.text(columns.of("ID"));
      String sku = row.text(columns.of("SKU"));
      if (!id.isEmpty() && !sku.isEmpty()) {
        aliases.put("#" + id, "=" + sku);
      }
      return sku.isEmpty() ? "#" + id : "=" + sku;
    }

    @Override
    public Map<String, String> aliases() {
      return aliases;
    }
  }

  static boolean isVariation(Row row) {
    return types(row).contains("variation");
  }

  static List<String> types(Row row) {
    String types = row.text(new WooColumns(row.header()).of("Type")).toLowerCase(Locale.ROOT);
    return List.of(types.split("\\s*,\\s*"));
  }

  @Override
  public Draft draft(List<Row> rows, Reading reading) {
    return new WooProduct(rows, reading).draft();
  }
}
