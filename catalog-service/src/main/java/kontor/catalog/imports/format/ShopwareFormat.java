package kontor.catalog.imports.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.catalog.imports.cell.Slug;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Row;

/**
 * The product profile of Shopware 6. A variant names its parent by id and leaves empty what it has
 * from it. Categories and options that are only ids say nothing outside that shop.
 */
final class ShopwareFormat implements Format {

  static final String NUMBER = "product_number";
  private static final String PARENT = "parent_id";
  static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  @Override
  public String name() {
    return "Shopware 6";
  }

  @Override
  public boolean fits(Header header) {
    return header.hasAll(NUMBER, "name", "stock")
        && (header.has("price_gross") || header.has("price_net"));
  }

  @Override
  public boolean isAmount(String column) {
    return column.startsWith("price_");
  }

  @Override
  public Map<String, String> columns(Header header) {
    return Map.of(
        "sku",
        NUMBER,
        "gtin",
        "ean",
        "title",
        "name",
        "price",
        "price_gross",
        "brand",
        "manufacturer_name",
        "categories",
        "category_paths",
        "options",
        "options");
  }

  @Override
  public RowKeys keys() {
    return row ->
        Stream.of(row.text(PARENT), row.text("id"), "#" + row.text(NUMBER))
            .filter(key -> !key.isEmpty())
            .findFirst()
            .orElse("");
  }

  @Override
  public Draft draft(List<Row> rows, Reading reading) {
    DraftBuilder builder = new DraftBuilder(rows, reading, NUMBER);
    List<Row> parents = rows.stream().filter(row -> !row.says(PARENT)).toList();
    List<Row> children = rows.stream().filter(row -> row.says(PARENT)).toList();
    if (parents.isEmpty()) {
      rows.forEach(row -> builder.flaw(row, PARENT, "no row of this file has this id"));
      return builder.build("-", "");
    }
    Row parent = parents.get(0);
    for (Row again : parents.subList(1, parents.size())) {
      builder.flaw(
          again, again.says("id") ? "id" : NUMBER, "line " + parent.line() + " has the same");
    }
    product(builder, parent, reading.options());
    List<Row> sold = children.isEmpty() ? List.of(parent) : children;
    for (Row row : sold) {
      new ShopwareVariant(builder, row, parent, reading.options()).add(!children.isEmpty());
    }
    return builder.build(Slug.of(parent.text(NUMBER)), NUMBER);
  }

  private static void product(DraftBuilder builder, Row row, Options options) {
    Cells cells = builder.cells(row);
    if (!cells.says("name")) {
      cells.flaw("name", "is empty");
    }
    builder.text(options.language(), row.text("name"), row.text("description"));
    builder.brand(row.text("manufacturer_name"));
    String paths = row.says("category_paths") ? row.text("category_paths") : row.text("categories");
    for (String path : paths.split("\\|")) {
      if (ID.matcher(path.strip()).matches()) {
        builder.note("categories that are only ids were left out");
      } else {
        builder.category(path);
      }
    }
    cells
        .read("tax_rate", rate -> TaxClasses.ofRate(new BigDecimal(rate.replace(',', '.'))))
        .ifPresent(builder::tax);
    if (row.text("active").equals("0")) {
      builder.draft();
    }
    if (row.says("variants")) {
      cells.flaw(
          "variants",
          "variants that are only described have no SKUs; export them as rows of their own");
    }
  }
}
