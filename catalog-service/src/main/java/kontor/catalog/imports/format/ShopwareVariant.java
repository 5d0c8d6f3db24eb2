package kontor.catalog.imports.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.catalog.imports.table.Row;
import kontor.contracts.Money;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;

/** One sellable row and the parent from which it has what it leaves empty. */
record ShopwareVariant(DraftBuilder builder, Row row, Row parent, Options options) {

  private static final Pattern GROSS = Pattern.compile("price_gross_([a-z]{3})");
  private static final BigDecimal GRAMS_PER_KILOGRAM = BigDecimal.valueOf(1000);

  void add(boolean oneOfSeveral) {
    Cells cells = builder.cells(row);
    if (!cells.says(ShopwareFormat.NUMBER)) {
      cells.flaw(ShopwareFormat.NUMBER, "is empty");
      return;
    }
    cells
        .sku(ShopwareFormat.NUMBER)
        .ifPresent(
            sku ->
                builder.variant(
                    row,
                    new Variant(
                        sku,
                        cells.gtin("ean").orElse(null),
                        oneOfSeveral ? forms() : List.of(),
                        builder.pictures(pictures()),
                        heir("weight").grams("weight", GRAMS_PER_KILOGRAM).orElse(null),
                        List.of()),
                    prices(),
                    cells.units("stock")));
  }

  /** The cells of the row, or of its parent where the row leaves the column empty. */
  private Cells heir(String column) {
    return builder.cells(row.says(column) ? row : parent);
  }

  private List<VariantOption> forms() {
    String names = row.text("options");
    boolean named =
        !names.isEmpty()
            && Stream.of(names.split("\\|"))
                .noneMatch(o -> ShopwareFormat.ID.matcher(o.strip()).matches());
    if (!named) {
      builder.note("options that are only ids were left out; the variants bear their numbers");
    }
    String label = options.language().equals("de") ? "Ausführung" : "Variant";
    String value =
        named
            ? String.join(", ", Stream.of(names.split("\\|")).map(String::strip).toList())
            : row.text(ShopwareFormat.NUMBER);
    return List.of(new VariantOption(label, value));
  }

  private List<String> pictures() {
    List<String> named = new ArrayList<>();
    for (String column : List.of("cover_media_url", "media")) {
      named.addAll(List.of(heir(column).text(column).split("\\|")));
    }
    return named;
  }

  private List<Price> prices() {
    List<Price> prices = new ArrayList<>();
    for (String column : row.header().names()) {
      Matcher gross = GROSS.matcher(column);
      if (gross.matches()) {
        currency(gross.group(1))
            .flatMap(c -> heir(column).money(column, c))
            .ifPresent(m -> prices.add(Price.gross(m)));
      }
    }
    boolean own = prices.stream().anyMatch(p -> p.amount().currency().equals(options.currency()));
    if (!own) {
      general().ifPresent(prices::add);
    }
    return prices;
  }

  private Optional<Price> general() {
    Optional<Money> gross = heir("price_gross").money("price_gross", options.currency());
    return gross
        .map(Price::gross)
        .or(
            () ->
                heir("price_net")
                    .money("price_net", options.currency())
                    .map(net -> new Price(net, false, 1, null, null, null, null)));
  }

  private static Optional<Currency> currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equals(code.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
