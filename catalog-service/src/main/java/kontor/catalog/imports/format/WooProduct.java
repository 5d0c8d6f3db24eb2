package kontor.catalog.imports.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kontor.catalog.imports.cell.Slug;
import kontor.catalog.imports.table.Row;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;

/** The rows of one product in an export of WooCommerce. */
final class WooProduct {

  private static final Map<String, BigDecimal> GRAMS =
      Map.of(
          "kg", new BigDecimal("1000"),
          "g", BigDecimal.ONE,
          "lbs", new BigDecimal("453.59237"),
          "oz", new BigDecimal("28.349523125"));

  private static final Sku NO_SKU = new Sku("-");

  private final List<Row> rows;
  private final Reading reading;
  private final WooColumns columns;
  private final DraftBuilder builder;

  WooProduct(List<Row> rows, Reading reading) {
    this.rows = rows;
    this.reading = reading;
    columns = new WooColumns(rows.get(0).header());
    builder = new DraftBuilder(rows, reading, columns.of("SKU"));
  }

  Draft draft() {
    List<Row> parents = rows.stream().filter(row -> !WooFormat.isVariation(row)).toList();
    List<Row> variations = rows.stream().filter(WooFormat::isVariation).toList();
    if (parents.isEmpty()) {
      rows.forEach(
          row -> builder.flaw(row, columns.of("Parent"), "no row of this file is its parent"));
      return builder.build("-", "");
    }
    Row parent = parents.get(0);
    for (Row again : parents.subList(1, parents.size())) {
      builder.flaw(again, columns.of("SKU"), "line " + parent.line() + " has the same SKU");
    }
    product(parent);
    if (WooFormat.types(parent).contains("variable")) {
      variations.forEach(row -> variant(row, parent));
      if (variations.isEmpty()) {
        builder.flaw(
            parent, columns.of("Type"), "a variable product, but no variations in this file");
      }
    } else if (WooFormat.types(parent).contains("simple")) {
      variant(parent, parent);
    } else {
      builder.flaw(parent, columns.of("Type"), unsold(parent.text(columns.of("Type"))));
    }
    return builder.build(Slug.of(sku(builder.cells(parent))), columns.of("SKU"));
  }

  private static String unsold(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "grouped" -> "a grouped product is no article; its members are products of their own";
      case "external" -> "an external product is sold by somebody else";
      default -> "'" + type + "' is no type of product that we know";
    };
  }

  private void product(Row row) {
    Cells cells = builder.cells(row);
    String language = reading.options().language();
    if (!cells.says(columns.of("Name"))) {
      cells.flaw(columns.of("Name"), "is empty");
    }
    String shorter = row.text(columns.of("Short description"));
    String longer = row.text(columns.of("Description"));
    String both =
        shorter.isEmpty() || longer.isEmpty() ? shorter + longer : shorter + "\n\n" + longer;
    builder.text(language, row.text(columns.of("Name")), both);
    builder.brand(row.text(columns.of("Brands")));
    // A comma inside a name is written with a backslash.
    for (String path : row.text(columns.of("Categories")).split("(?<!\\\\),")) {
      builder.category(path.replace("\\,", ","));
    }
    builder.tax(tax(cells));
    String published = row.text(columns.of("Published"));
    if (!published.isEmpty() && !published.equals("1")) {
      builder.draft();
    }
  }

  private TaxClass tax(Cells cells) {
    return cells.text(columns.of("Tax status")).equals("none")
        ? TaxClass.ZERO
        : cells.read(columns.of("Tax class"), TaxClasses::ofName).orElse(TaxClass.STANDARD);
  }

  private void variant(Row row, Row parent) {
    Cells cells = builder.cells(row);
    Optional<Sku> sku = readSku(cells);
    Variant variant =
        new Variant(
            sku.orElse(NO_SKU),
            cells.gtin(columns.of("GTIN")).orElse(null),
            row.equals(parent) ? List.of() : options(row),
            pictures(row, parent),
            weight(cells).or(() -> weight(builder.cells(parent))).orElse(null),
            List.of());
    List<Price> prices = prices(cells);
    Optional<Integer> stock = stock(cells);
    sku.ifPresent(known -> builder.variant(row, variant, prices, stock));
  }

  private Optional<Sku> readSku(Cells cells) {
    try {
      return Optional.of(new Sku(sku(cells)));
    } catch (IllegalArgumentException e) {
      cells.flaw(columns.of("SKU"), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** What the shop itself counts by, where it has no SKU. */
  private String sku(Cells cells) {
    String sku = cells.text(columns.of("SKU"));
    String id = cells.text(columns.of("ID"));
    if (sku.isEmpty() && id.isEmpty()) {
      cells.flaw(columns.of("SKU"), "is empty, and there is no ID either");
    }
    return sku.isEmpty() ? "woo-" + id : sku;
  }

  private List<VariantOption> options(Row row) {
    List<VariantOption> options = new ArrayList<>();
    for (int i = 1; !columns.attributeName(i).isEmpty(); i++) {
      String name = row.text(columns.attributeName(i));
      String value = row.text(columns.attributeValues(i));
      if (!name.isEmpty() && !value.isEmpty()) {
        options.add(new VariantOption(name, value)); // an empty value stands for any
      }
    }
    return options;
  }

  private List<String> pictures(Row row, Row parent) {
    String column = columns.of("Images");
    return builder.pictures(
        List.of(
            (row.text(column) + "," + (row.equals(parent) ? "" : parent.text(column)))
                .split(",\\s*")));
  }

  private Optional<Integer> weight(Cells cells) {
    return GRAMS.entrySet().stream()
        .flatMap(unit -> cells.grams(columns.of(unit.getKey()), unit.getValue()).stream())
        .findFirst();
  }

  private List<Price> prices(Cells cells) {
    Options options = reading.options();
    return SalePrice.prices(
        cells.money(columns.of("Regular price"), options.currency()),
        cells.money(columns.of("Sale price"), options.currency()),
        cells.from(columns.of("Sale starts")),
        cells.until(columns.of("Sale ends")),
        options.taxIncluded());
  }

  /** A number is a count; no number and not in stock is none; all else is not said. */
  private Optional<Integer> stock(Cells cells) {
    String stock = columns.of("Stock");
    if (cells.says(stock) && !cells.text(stock).equals("parent")) {
      return cells.units(stock);
    }
    return cells.text(columns.of("In stock?")).equals("0") ? Optional.of(0) : Optional.empty();
  }
}
