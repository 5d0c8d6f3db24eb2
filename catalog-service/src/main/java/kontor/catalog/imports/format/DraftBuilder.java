package kontor.catalog.imports.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.catalog.imports.cell.PlainText;
import kontor.catalog.imports.table.Row;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import org.jspecify.annotations.Nullable;

/** Puts a product together from its rows and keeps what is wrong with them. */
final class DraftBuilder {

  private static final String PICTURES = "pictures without an address were left out";

  private final Row first;
  private final Reading reading;
  private final String skuColumn;
  private final List<Flaw> flaws = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Map<String, ProductText> texts = new LinkedHashMap<>();
  private final Set<String> categories = new LinkedHashSet<>();
  private final List<Variant> variants = new ArrayList<>();
  private final List<Long> variantLines = new ArrayList<>();
  private final List<Sku> skus = new ArrayList<>();
  private final Map<Sku, List<Price>> prices = new LinkedHashMap<>();
  private final List<StockCount> stock = new ArrayList<>();
  private @Nullable String brand;
  private TaxClass tax = TaxClass.STANDARD;
  private boolean leftOut;

  /**
   * @param skuColumn what the file calls the column of SKUs
   */
  DraftBuilder(List<Row> rows, Reading reading, String skuColumn) {
    this.first = rows.get(0);
    this.reading = reading;
    this.skuColumn = skuColumn;
    rows.stream()
        .filter(row -> !row.fault().isEmpty())
        .forEach(row -> flaws.add(new Flaw(row.line(), "", row.fault())));
  }

  Cells cells(Row row) {
    return new Cells(row, reading, flaws);
  }

  void flaw(Row row, String column, String reason) {
    flaws.add(new Flaw(row.line(), column, reason));
  }

  void note(String what) {
    notes.add(what);
  }

  void text(String language, String title, String description) {
    if (!title.isBlank()) {
      String plain = PlainText.of(title).replaceAll("\\s+", " ");
      texts.put(language, new ProductText(language, plain, PlainText.of(description)));
    }
  }

  void brand(String name) {
    if (!name.isBlank()) {
      brand = PlainText.of(name);
    }
  }

  /** Adds a path; the parts may be parted by a bare {@code >}. */
  void category(String path) {
    String tidy = PlainText.of(path).replaceAll("\\s*>\\s*", " > ").strip();
    if (!tidy.isEmpty()) {
      categories.add(tidy);
    }
  }

  void tax(TaxClass taxClass) {
    tax = taxClass;
  }

  /** It is no more than a draft in its shop. */
  void draft() {
    leftOut = !reading.options().drafts();
    note(
        leftOut
            ? "drafts were left out; import with drafts=publish to put them on offer"
            : "drafts are on offer now; import with drafts=skip to leave them out");
  }

  /** Only addresses: a bare file name says nothing outside its shop. */
  List<String> pictures(List<String> named) {
    List<String> addresses =
        named.stream()
            .map(String::strip)
            .filter(picture -> picture.matches("(?i)https?://\\S+|/\\S+"))
            .distinct()
            .toList();
    if (named.stream()
        .anyMatch(picture -> !picture.isBlank() && !addresses.contains(picture.strip()))) {
      note(PICTURES);
    }
    return addresses;
  }

  void variant(Row row, Variant variant, List<Price> amounts, Optional<Integer> onHand) {
    if (prices.putIfAbsent(variant.sku(), amounts) != null) {
      long other = variantLines.get(skus.indexOf(variant.sku()));
      flaw(row, skuColumn, "line " + other + " has the SKU '" + variant.sku() + "' already");
    }
    skus.add(variant.sku());
    variants.add(variant);
    variantLines.add(row.line());
    onHand.ifPresent(units -> stock.add(new StockCount(variant.sku(), units)));
  }

  int variantCount() {
    return variants.size();
  }

  /**
   * The draft.
   *
   * @param id of the product in this catalog
   * @param idColumn where it comes from
   */
  Draft build(String id, String idColumn) {
    Optional<ProductId> product = id(id, idColumn);
    if (variants.isEmpty() && flaws.isEmpty()) {
      flaws.add(new Flaw(first.line(), "", "there is nothing to sell in these rows"));
    }
    boolean good = flaws.isEmpty() && !leftOut;
    return new Draft(
        product
            .filter(known -> good)
            .map(
                known ->
                    new ProductPublished(
                        known,
                        List.copyOf(texts.values()),
                        brand,
                        List.copyOf(categories),
                        tax,
                        variants)),
        good ? prices : Map.of(),
        good ? stock : List.of(),
        distinct(flaws),
        List.copyOf(notes),
        variantLines);
  }

  private Optional<ProductId> id(String id, String column) {
    try {
      return Optional.of(new ProductId(id));
    } catch (IllegalArgumentException e) {
      flaws.add(
          new Flaw(
              first.line(),
              column,
              id.isEmpty()
                  ? "is empty, so the product has no name"
                  : String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private static List<Flaw> distinct(List<Flaw> flaws) {
    return List.copyOf(new LinkedHashSet<>(flaws));
  }
}
