package kontor.catalog.imports.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kontor.catalog.imports.cell.Slug;
import kontor.catalog.imports.table.Row;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;

/** The rows of one handle in a product CSV of Shopify. */
final class ShopifyProduct {

  private final List<Row> rows;
  private final Options options;
  private final Row first;
  private final DraftBuilder builder;

  ShopifyProduct(List<Row> rows, Reading reading) {
    this.rows = rows;
    this.options = reading.options();
    this.first = rows.get(0);
    builder = new DraftBuilder(rows, reading, ShopifyFormat.of(first.header(), "sku"));
  }

  Draft draft() {
    if (text(first, "title").isEmpty()) {
      builder.flaw(first, ShopifyFormat.of(first.header(), "title"), "is empty");
    }
    builder.text(options.language(), text(first, "title"), text(first, "body"));
    builder.brand(text(first, "vendor"));
    builder.category(
        text(first, "category").isEmpty() ? text(first, "type") : text(first, "category"));
    boolean active = text(first, "status").toLowerCase(Locale.ROOT).matches("|active");
    if (!active || text(first, "published").equalsIgnoreCase("false")) {
      builder.draft();
    }
    if (text(first, "taxable").equalsIgnoreCase("false")) {
      builder.tax(TaxClass.ZERO);
    }
    Set<String> pictures = new LinkedHashSet<>();
    rows.forEach(row -> pictures.add(text(row, "picture")));
    rows.stream().filter(this::isVariant).forEach(row -> variant(row, pictures));
    return builder.build(
        Slug.of(text(first, "handle")), ShopifyFormat.of(first.header(), "handle"));
  }

  private boolean isVariant(Row row) {
    return row.says("Option1 Value")
        || !text(row, "price").isEmpty()
        || !text(row, "sku").isEmpty();
  }

  private void variant(Row row, Set<String> pictures) {
    Cells cells = builder.cells(row);
    List<String> own = new ArrayList<>(List.of(text(row, "ownPicture")));
    own.addAll(pictures);
    List<VariantOption> form = form(row);
    sku(cells, form)
        .ifPresent(
            sku ->
                builder.variant(
                    row,
                    new Variant(
                        sku,
                        cells.barcode(ShopifyFormat.of(row.header(), "barcode")).orElse(null),
                        form,
                        builder.pictures(own),
                        cells
                            .grams(ShopifyFormat.of(row.header(), "grams"), BigDecimal.ONE)
                            .orElse(null),
                        List.of()),
                    prices(cells),
                    stock(cells)));
  }

  /** Many shops leave it empty; handle and options then name the variant the same way each time. */
  private Optional<Sku> sku(Cells cells, List<VariantOption> form) {
    String column = ShopifyFormat.of(first.header(), "sku");
    if (cells.says(column)) {
      return cells.read(column, text -> new Sku(text.replaceFirst("^'", "")));
    }
    StringBuilder name = new StringBuilder(text(first, "handle"));
    form.forEach(option -> name.append('-').append(Slug.of(option.value())));
    try {
      return Optional.of(new Sku(name.toString()));
    } catch (IllegalArgumentException e) {
      cells.flaw(column, "is empty, and handle and options make no SKU of 1 to 40 characters");
      return Optional.empty();
    }
  }

  /** The names stand in the first row only; {@code Title: Default Title} means no options. */
  private List<VariantOption> form(Row row) {
    List<VariantOption> form = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      String name = first.text("Option" + i + " Name");
      String value = row.text("Option" + i + " Value");
      if (!name.isEmpty() && !value.isEmpty() && !value.equals("Default Title")) {
        form.add(new VariantOption(name, value));
      }
    }
    return form;
  }

  private List<Price> prices(Cells cells) {
    return cells
        .money(ShopifyFormat.of(first.header(), "price"), options.currency())
        .map(amount -> new Price(amount, options.taxIncluded(), 1, null, null, null, null))
        .stream()
        .toList();
  }

  /** Shopify counts below zero when it sells more than there is; then there is nothing. */
  private Optional<Integer> stock(Cells cells) {
    String column = ShopifyFormat.of(first.header(), "stock");
    return cells.text(column).startsWith("-") ? Optional.of(0) : cells.units(column);
  }

  private String text(Row row, String name) {
    return row.text(ShopifyFormat.of(first.header(), name));
  }
}
