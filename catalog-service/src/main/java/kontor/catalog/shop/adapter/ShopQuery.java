package kontor.catalog.shop.adapter;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kontor.catalog.edit.Refused;
import kontor.contracts.Money;
import kontor.search.Filter;
import kontor.search.SearchRequest;
import kontor.search.SortBy;
import kontor.search.TextSearch;

/** A list as a shopper asks for it, read from the query; what cannot be is refused by name. */
final class ShopQuery {

  private static final Map<String, Float> TEXT_FIELDS =
      Map.of(ProductDocuments.TITLE, 4f, ProductDocuments.DETAILS, 2f, ProductDocuments.BODY, 1f);
  private static final Set<String> FACETS =
      Set.of(ProductDocuments.CATEGORY, ProductDocuments.BRAND, ProductDocuments.AVAILABILITY);
  private static final Set<String> AVAILABILITIES =
      Set.of(ProductDocuments.IN_STOCK, ProductDocuments.OUT_OF_STOCK);
  private static final Set<String> KNOWN =
      Set.of(
          "q",
          "category",
          "brand",
          "availability",
          "priceMin",
          "priceMax",
          "facets",
          "sort",
          "limit",
          "cursor",
          "lang",
          "country");
  private static final int USUAL_LIMIT = 24;

  private final MultivaluedMap<String, String> query;
  private final String language;
  private final Currency currency;

  /**
   * @param currency of the price filter
   */
  ShopQuery(MultivaluedMap<String, String> query, String language, Currency currency) {
    this.query = query;
    this.language = language;
    this.currency = currency;
  }

  /** The same for the same question: what an answer can be kept under. */
  String key() {
    Map<String, List<String>> asked = new TreeMap<>(query);
    asked.keySet().retainAll(KNOWN);
    return asked.toString();
  }

  SearchRequest request() {
    SearchRequest.Builder request = SearchRequest.builder().limit(limit());
    Optional<String> words = one("q").filter(q -> !q.isBlank());
    words.ifPresent(q -> request.text(text(q)));
    filter(request, ProductDocuments.CATEGORY, all(ProductDocuments.CATEGORY));
    filter(request, ProductDocuments.BRAND, all(ProductDocuments.BRAND));
    filter(request, ProductDocuments.AVAILABILITY, availabilities());
    amount("priceMin").ifPresent(p -> request.filter(Filter.atLeast(ProductDocuments.PRICE, p)));
    amount("priceMax").ifPresent(p -> request.filter(Filter.atMost(ProductDocuments.PRICE, p)));
    facets().forEach(request::facet);
    sort(words.isPresent()).forEach(request::sort);
    one("cursor").ifPresent(request::cursor);
    return request.build();
  }

  private Locale locale() {
    return ProductDocuments.LANGUAGES.stream()
        .filter(known -> known.getLanguage().equals(language))
        .findFirst()
        .orElse(ProductDocuments.LANGUAGES.get(0));
  }

  private TextSearch text(String words) {
    try {
      return new TextSearch(words, locale(), TEXT_FIELDS);
    } catch (IllegalArgumentException e) {
      throw Refused.field("q", String.valueOf(e.getMessage()));
    }
  }

  private static void filter(SearchRequest.Builder request, String field, Set<String> values) {
    if (!values.isEmpty()) {
      request.filter(Filter.terms(field, values));
    }
  }

  private Set<String> availabilities() {
    return known(ProductDocuments.AVAILABILITY, all(ProductDocuments.AVAILABILITY), AVAILABILITIES);
  }

  private Set<String> facets() {
    Set<String> asked = new LinkedHashSet<>();
    all("facets").forEach(names -> asked.addAll(List.of(names.split(","))));
    return known("facets", asked, FACETS);
  }

  private static Set<String> known(String field, Set<String> asked, Set<String> known) {
    for (String value : asked) {
      if (!known.contains(value)) {
        throw Refused.field(
            field,
            "'" + value + "' is none of " + String.join(", ", known.stream().sorted().toList()));
      }
    }
    return asked;
  }

  private Stream<SortBy> sort(boolean words) {
    String price = ProductDocuments.PRICE;
    String title = ProductDocuments.sortTitle(locale());
    return switch (one("sort").orElse(words ? "relevance" : "title")) {
      case "relevance" -> Stream.of(SortBy.relevance());
      case "title" -> Stream.of(SortBy.ascending(title));
      case "-title" -> Stream.of(SortBy.descending(title));
      case "price" -> Stream.of(SortBy.ascending(price), SortBy.ascending(title));
      case "-price" -> Stream.of(SortBy.descending(price), SortBy.ascending(title));
      default -> throw Refused.field("sort", "must be relevance, title, -title, price or -price");
    };
  }

  private int limit() {
    String text = one("limit").orElse(String.valueOf(USUAL_LIMIT));
    int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > SearchRequest.MAX_LIMIT) {
      throw Refused.field("limit", "must be from 1 to " + SearchRequest.MAX_LIMIT);
    }
    return limit;
  }

  private Optional<Long> amount(String field) {
    try {
      return one(field).map(text -> Money.of(text, currency.getCurrencyCode()).minor());
    } catch (IllegalArgumentException e) {
      throw Refused.field(field, String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> one(String name) {
    return Optional.ofNullable(query.getFirst(name)).filter(value -> !value.isEmpty());
  }

  private Set<String> all(String name) {
    Set<String> values = new LinkedHashSet<>(query.getOrDefault(name, List.of()));
    values.removeIf(String::isBlank);
    return values;
  }
}
