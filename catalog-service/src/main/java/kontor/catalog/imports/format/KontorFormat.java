package kontor.catalog.imports.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Row;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;

/**
 * Kontor's own table: one row per variant; what belongs to the product as a whole stands in its
 * first row. The columns are described in the service's README.
 */
final class KontorFormat implements Format {

  private static final String PRODUCT = "product";
  private static final String SKU = "sku";
  private static final String PRICE = "price";
  private static final String SALE = "sale_price";
  private static final Pattern TITLE = Pattern.compile("title_([a-z]{2})");
  private static final Pattern PART = Pattern.compile("(\\d{1,4})\\s*[x×]\\s+(.+)");

  @Override
  public String name() {
    return "Kontor";
  }

  @Override
  public boolean fits(Header header) {
    return header.hasAll(PRODUCT, SKU, PRICE)
        && header.names().stream().anyMatch(name -> TITLE.matcher(name).matches());
  }

  @Override
  public RowKeys keys() {
    return row -> row.text(PRODUCT);
  }

  @Override
  public boolean isAmount(String column) {
    return column.equals(PRICE) || column.equals(SALE);
  }

  @Override
  public Map<String, String> columns(Header header) {
    return Map.of(
        "sku",
        SKU,
        "gtin",
        "gtin",
        "title",
        "title_de",
        "price",
        PRICE,
        "options",
        "option1_value",
        "components",
        "components",
        "categories",
        "categories",
        "id",
        PRODUCT);
  }

  @Override
  public Draft draft(List<Row> rows, Reading reading) {
    DraftBuilder builder = new DraftBuilder(rows, reading, SKU);
    Row first = rows.get(0);
    for (String column : first.header().names()) {
      Matcher title = TITLE.matcher(column);
      if (title.matches()) {
        String language = title.group(1);
        builder.text(language, first.text(column), first.text("description_" + language));
      }
    }
    builder.brand(first.text("brand"));
    List.of(first.text("categories").split("\\|")).forEach(builder::category);
    builder.cells(first).read("tax", TaxClasses::ofName).ifPresent(builder::tax);
    rows.forEach(row -> variant(builder, builder.cells(row), reading.options()));
    return builder.build(first.text(PRODUCT), PRODUCT);
  }

  private static void variant(DraftBuilder builder, Cells cells, Options options) {
    if (!cells.says(SKU)) {
      cells.flaw(SKU, "is empty");
    }
    Optional<Sku> sku = cells.sku(SKU);
    List<Price> prices = prices(cells, options);
    Optional<Integer> stock = cells.units("stock");
    List<String> pictures = builder.pictures(List.of(cells.text("images").split("[\\s|]+")));
    Variant variant =
        new Variant(
            sku.orElse(new Sku("-")),
            cells.gtin("gtin").orElse(null),
            options(cells),
            pictures,
            cells.grams("weight_g", BigDecimal.ONE).orElse(null),
            components(cells));
    sku.ifPresent(known -> builder.variant(cells.row(), variant, prices, stock));
  }

  private static List<Price> prices(Cells cells, Options options) {
    Currency currency = cells.read("currency", KontorFormat::currency).orElse(options.currency());
    Optional<Money> regular = cells.money(PRICE, currency);
    return SalePrice.prices(
        regular,
        cells.money(SALE, currency),
        cells.from("sale_from"),
        cells.until("sale_until"),
        options.taxIncluded());
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not an ISO 4217 currency: '" + code + "'", e);
    }
  }

  private static List<VariantOption> options(Cells cells) {
    List<VariantOption> options = new ArrayList<>();
    for (int i = 1; cells.row().header().place("option" + i + "_name") >= 0; i++) {
      String name = cells.text("option" + i + "_name");
      String value = cells.text("option" + i + "_value");
      if (name.isEmpty() != value.isEmpty()) {
        cells.flaw("option" + i + "_value", "an option needs a name and a value");
      } else if (!name.isEmpty()) {
        options.add(new VariantOption(name, value));
      }
    }
    return options;
  }

  private static List<BundleComponent> components(Cells cells) {
    return cells.read("components", KontorFormat::parts).orElse(List.of());
  }

  private static List<BundleComponent> parts(String text) {
    List<BundleComponent> parts = new ArrayList<>();
    for (String part : text.split("\\|")) {
      Matcher read = PART.matcher(part.strip());
      if (!read.matches()) {
        throw new IllegalArgumentException(
            "not a part of a bundle, such as '2x SKU': '" + part + "'");
      }
      parts.add(
          new BundleComponent(
              new Sku(read.group(2).strip()), new Quantity(Integer.parseInt(read.group(1)))));
    }
    return parts;
  }
}
