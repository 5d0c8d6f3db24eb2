package kontor.catalog.shop.adapter;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.catalog.shop.Category;
import kontor.catalog.shop.Wording;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.search.Schema;
import kontor.search.SearchDocument;

/** How a product stands in the index: what it is found by, filtered by and sorted by. */
final class ProductDocuments {

  static final String TITLE = "title";
  static final String DETAILS = "details";
  static final String BODY = "body";
  static final String CATEGORY = "category";
  static final String BRAND = "brand";
  static final String AVAILABILITY = "availability";
  static final String SKU = "sku";
  static final String COMPONENT = "component";
  static final String PRICE = "price";

  /** The languages whose words are stemmed; a text in another one is found as it is written. */
  static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

  static final String IN_STOCK = "in-stock";
  static final String OUT_OF_STOCK = "out-of-stock";

  static final Schema SCHEMA = schema();

  private ProductDocuments() {}

  private static Schema schema() {
    Locale[] languages = LANGUAGES.toArray(Locale[]::new);
    Schema.Builder schema =
        Schema.builder()
            .text(TITLE, languages)
            .text(DETAILS, languages)
            .text(BODY, languages)
            .keyword(CATEGORY)
            .keyword(BRAND)
            .keyword(AVAILABILITY)
            .keyword(SKU)
            .keyword(COMPONENT)
            .money(PRICE);
    LANGUAGES.forEach(language -> schema.sortText(sortTitle(language), language));
    return schema.build();
  }

  static String sortTitle(Locale language) {
    return "title-" + language.getLanguage();
  }

  static SearchDocument document(ProductPublished product, IndexEntry entry) {
    SearchDocument.Builder document =
        SearchDocument.builder()
            .keywords(CATEGORY, categories(product))
            .keyword(AVAILABILITY, entry.inStock() ? IN_STOCK : OUT_OF_STOCK)
            .source(entry.bytes());
    entry.shownPrice().ifPresent(minor -> document.money(PRICE, minor));
    if (product.brand() != null) {
      document.keyword(BRAND, product.brand());
    }
    for (Variant variant : product.variants()) {
      document.keyword(SKU, variant.sku().value());
      variant.components().forEach(part -> document.keyword(COMPONENT, part.sku().value()));
    }
    String details = details(product);
    for (Locale language : LANGUAGES) {
      ProductText text = Wording.of(product, language.getLanguage());
      document
          .text(TITLE, language, text.title())
          .sortText(sortTitle(language), text.title())
          .text(DETAILS, language, details)
          .text(BODY, language, text.description());
    }
    return document.build();
  }

  private static Set<String> categories(ProductPublished product) {
    Set<String> all = new HashSet<>();
    product.categories().forEach(path -> all.addAll(Category.withParents(path)));
    return all;
  }

  /** Brand, categories, SKUs, GTINs and options: what a shopper may type as well. */
  private static String details(ProductPublished product) {
    return Stream.of(
            Stream.ofNullable(product.brand()),
            product.categories().stream(),
            product.variants().stream().flatMap(ProductDocuments::words))
        .flatMap(words -> words)
        .distinct()
        .collect(Collectors.joining(" \n"));
  }

  private static Stream<String> words(Variant variant) {
    return Stream.concat(
        Stream.of(variant.sku().value(), variant.gtin() == null ? "" : variant.gtin().value()),
        variant.options().stream().map(option -> option.value()));
  }
}
