package kontor.catalog.imports.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.catalog.imports.cell.Slug;
import kontor.catalog.imports.table.Header;
import kontor.catalog.imports.table.Row;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;

/**
 * The import file of Vendure: a row with a name begins a product, rows without one are its further
 * variants. Lists in a cell are parted by {@code |}; a column may be there once per language, such
 * as {@code name:en}.
 */
final class VendureFormat implements Format {

  private static final String VALUES = "optionValues";
  private static final List<String> NEEDED =
      List.of(
          "name",
          "slug",
          "description",
          "assets",
          "facets",
          "optionGroups",
          VALUES,
          "sku",
          "price",
          "taxCategory",
          "stockOnHand",
          "trackInventory",
          "variantAssets",
          "variantFacets");

  @Override
  public String name() {
    return "Vendure";
  }

  @Override
  public boolean fits(Header header) {
    return header.hasAll("sku", "price", "taxCategory", "optionGroups")
        && !VendureColumns.of(header, "name").isEmpty();
  }

  @Override
  public Optional<String> missing(Header header) {
    return NEEDED.stream()
        .filter(column -> VendureColumns.of(header, column).isEmpty())
        .findFirst();
  }

  @Override
  public boolean isAmount(String column) {
    return column.toLowerCase(Locale.ROOT).equals("price");
  }

  @Override
  public Map<String, String> columns(Header header) {
    return Map.of(
        "sku",
        "sku",
        "title",
        VendureColumns.first(VendureColumns.of(header, "name")),
        "price",
        "price",
        "options",
        VendureColumns.first(VendureColumns.of(header, VALUES)),
        "categories",
        VendureColumns.first(VendureColumns.of(header, "facets")));
  }

  @Override
  public RowKeys keys() {
    return new RowKeys() {
      private int products;

      @Override
      public String key(Row row) {
        products += VendureColumns.of(row.header(), "name").stream().anyMatch(row::says) ? 1 : 0;
        return String.valueOf(products);
      }
    };
  }

  @Override
  public Draft draft(List<Row> rows, Reading reading) {
    DraftBuilder builder = new DraftBuilder(rows, reading, "sku");
    Row first = rows.get(0);
    Header header = first.header();
    String language = reading.options().language();
    String name = first.text(VendureColumns.in(header, "name", language));
    if (name.isEmpty()) {
      builder.flaw(
          first,
          VendureColumns.in(header, "name", language),
          "is empty, and no product begins before it");
    }
    texts(builder, first, language);
    facets(builder, first, language);
    builder.cells(first).read("taxCategory", TaxClasses::ofName).ifPresent(builder::tax);
    String groups = first.text(VendureColumns.in(header, "optionGroups", language));
    for (Row row : rows) {
      variant(builder, builder.cells(row), list(groups), reading.options(), first);
    }
    String slug = first.text(VendureColumns.in(header, "slug", language));
    return builder.build(
        Slug.of(slug.isEmpty() ? name : slug),
        VendureColumns.first(VendureColumns.of(header, "slug")));
  }

  private static void texts(DraftBuilder builder, Row row, String language) {
    for (String column : VendureColumns.of(row.header(), "name")) {
      String spoken = column.contains(":") ? VendureColumns.language(column) : language;
      String description =
          VendureColumns.in(row.header(), "description", VendureColumns.suffix(column));
      builder.text(spoken, row.text(column), row.text(description));
    }
  }

  private static void facets(DraftBuilder builder, Row row, String language) {
    String[] columns = {
      VendureColumns.in(row.header(), "facets", language),
      VendureColumns.in(row.header(), "variantFacets", language)
    };
    Set<String> facets = new LinkedHashSet<>();
    for (String column : columns) {
      facets.addAll(list(row.text(column)));
    }
    for (String facet : facets) {
      int colon = facet.indexOf(':');
      String kind = facet.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
      String value = facet.substring(colon + 1).strip();
      if (kind.equals("category")) {
        builder.category(value);
      } else if (kind.equals("brand") || kind.equals("make")) {
        builder.brand(value);
      }
    }
  }

  private static void variant(
      DraftBuilder builder, Cells cells, List<String> groups, Options options, Row first) {
    Header header = cells.row().header();
    List<VariantOption> form =
        form(cells, groups, VendureColumns.in(header, VALUES, options.language()));
    List<Price> prices =
        cells
            .money("price", options.currency())
            .map(amount -> new Price(amount, options.taxIncluded(), 1, null, null, null, null))
            .stream()
            .toList();
    List<String> named = new ArrayList<>(list(cells.text("variantAssets")));
    named.addAll(list(first.text("assets")));
    List<String> pictures = builder.pictures(named);
    Optional<Integer> stock = cells.units("stockOnHand");
    Optional<Integer> weight = cells.grams("variant:weight", BigDecimal.ONE);
    if (!cells.says("sku")) {
      cells.flaw("sku", "is empty");
    }
    cells
        .read("sku", Sku::new)
        .ifPresent(
            sku ->
                builder.variant(
                    cells.row(),
                    new Variant(sku, null, form, pictures, weight.orElse(null), List.of()),
                    prices,
                    stock));
  }

  private static List<VariantOption> form(Cells cells, List<String> groups, String column) {
    List<String> values = list(cells.text(column));
    if (values.size() != groups.size()) {
      cells.flaw(column, values.size() + " option values for " + groups.size() + " option groups");
      return List.of();
    }
    List<VariantOption> form = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      form.add(new VariantOption(groups.get(i), values.get(i)));
    }
    return form;
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\s*\\|\\s*"));
  }
}
