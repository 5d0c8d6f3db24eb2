package kontor.catalog.imports.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.catalog.imports.cell.Slug;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Row;
import kontor.contracts.Gtin;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;

/** The product export of Medusa 2, and the template of its version 1: one row per variant. */
final class MedusaFormat implements Format {

  private static final String HANDLE = "Product Handle";
  private static final String SKU = "Variant Sku";
  private static final Pattern PRICE = Pattern.compile("(?i)(?:Variant )?Price (.+)");
  private static final Pattern REGION = Pattern.compile(".*\\[[A-Za-z]{3}]");
  private static final Pattern PICTURE =
      Pattern.compile("(?i)(Product )?Image \\d+( Url)?|Product Thumbnail");
  private static final Pattern CATEGORY =
      Pattern.compile("(?i)Product Category \\d+|Product Collection Title");

  @Override
  public String name() {
    return "Medusa";
  }

  @Override
  public boolean fits(Header header) {
    return header.hasAll(HANDLE, "Product Title", "Variant Title");
  }

  @Override
  public boolean isAmount(String column) {
    return PRICE.matcher(column).matches();
  }

  @Override
  public Map<String, String> columns(Header header) {
    return Map.of(
        "sku",
        SKU,
        "gtin",
        "Variant Ean",
        "title",
        "Product Title",
        "options",
        options(header).isEmpty() ? "" : options(header).get(0) + " Value",
        "price",
        header.names().stream().filter(this::isAmount).findFirst().orElse(""));
  }

  @Override
  public RowKeys keys() {
    return row -> row.says(HANDLE) ? row.text(HANDLE) : row.text("Product Id");
  }

  @Override
  public Draft draft(List<Row> rows, Reading reading) {
    DraftBuilder builder = new DraftBuilder(rows, reading, SKU);
    Row first = rows.get(0);
    Cells cells = builder.cells(first);
    if (!cells.says("Product Title")) {
      cells.flaw("Product Title", "is empty");
    }
    // Version 1 wrote a line break as a backslash and an n.
    String description = first.text("Product Description").replace("\\n", "\n");
    builder.text(reading.options().language(), first.text("Product Title"), description);
    values(first, CATEGORY).filter(name -> !name.startsWith("pcat_")).forEach(builder::category);
    if (Stream.of("draft", "proposed", "rejected").anyMatch(first.text("Product Status")::equals)) {
      builder.draft();
    }
    rows.forEach(row -> variant(builder, builder.cells(row)));
    return builder.build(Slug.of(first.text(HANDLE)), HANDLE);
  }

  private static void variant(DraftBuilder builder, Cells cells) {
    List<VariantOption> form = form(cells);
    List<Price> prices = prices(builder, cells);
    List<String> pictures = builder.pictures(values(cells.row(), PICTURE).toList());
    Optional<Integer> stock = cells.units("Variant Inventory Quantity");
    Optional<Gtin> gtin = gtin(cells);
    Optional<Integer> weight =
        cells
            .grams("Variant Weight", BigDecimal.ONE)
            .or(() -> cells.grams("Product Weight", BigDecimal.ONE));
    Optional<Sku> sku = sku(cells);
    if (sku.isPresent()) {
      Variant variant =
          new Variant(sku.get(), gtin.orElse(null), form, pictures, weight.orElse(null), List.of());
      builder.variant(cells.row(), variant, prices, stock);
    }
  }

  private static Optional<Gtin> gtin(Cells cells) {
    return cells
        .gtin("Variant Ean")
        .or(() -> cells.gtin("Variant Upc"))
        .or(() -> cells.barcode("Variant Barcode"));
  }

  /** Where the shop has no SKU, its own id of the variant is one. */
  private static Optional<Sku> sku(Cells cells) {
    String column = cells.says(SKU) ? SKU : "Variant Id";
    if (!cells.says(column)) {
      cells.flaw(SKU, "is empty, and there is no Variant Id either");
    }
    return cells.read(column, Sku::new);
  }

  private static List<VariantOption> form(Cells cells) {
    List<VariantOption> form = new ArrayList<>();
    for (String option : options(cells.row().header())) {
      String name = cells.text(option + " Name");
      String value = cells.text(option + " Value");
      if (!name.isEmpty() && !value.isEmpty()) {
        form.add(new VariantOption(name, value));
      }
    }
    return form;
  }

  /** {@code Variant Option 1}, {@code Variant Option 2} … as this file calls them. */
  private static List<String> options(Header header) {
    String prefix = header.has("Variant Option 1 Name") ? "Variant Option " : "Option ";
    return Stream.iterate(1, i -> i + 1)
        .map(i -> prefix + i)
        .takeWhile(option -> header.has(option + " Name"))
        .toList();
  }

  private static List<Price> prices(DraftBuilder builder, Cells cells) {
    List<Price> prices = new ArrayList<>();
    for (String column : cells.row().header().names()) {
      Matcher price = PRICE.matcher(column);
      if (!price.matches() || !cells.says(column)) {
        continue;
      }
      if (REGION.matcher(price.group(1)).matches()) {
        builder.note("prices of a region were left out: " + column);
        continue;
      }
      Optional<Currency> currency = currency(price.group(1));
      if (currency.isEmpty()) {
        cells.flaw(column, "'" + price.group(1) + "' is not an ISO 4217 currency");
      }
      currency
          .flatMap(known -> cells.money(column, known))
          .map(Price::gross)
          .ifPresent(prices::add);
    }
    return prices;
  }

  private static Optional<Currency> currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equals(code.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static Stream<String> values(Row row, Pattern columns) {
    return row.header().names().stream()
        .filter(name -> columns.matcher(name).matches())
        .map(row::text)
        .filter(text -> !text.isEmpty())
        .distinct();
  }
}
