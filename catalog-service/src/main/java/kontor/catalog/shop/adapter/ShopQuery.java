package kontor.catalog.shop.adapter;

import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kontor.catalog.edit.Refused;
import kontor.contracts.Money;
import kontor.search.Filter;
import kontor.search.SearchRequest;
import kontor.search.SortBy;
import kontor.search.TextSearch;
import org.jspecify.annotations.Nullable;

/** A list as a shopper asks for it, read from the query; what cannot be is refused by name. */
final class ShopQuery {

  private static final Map<String, Float> TEXT_FIELDS =
      Map.of(ProductDocuments.TITLE, 4f, ProductDocuments.DETAILS, 2f, ProductDocuments.BODY, 1f);
  private static final Set<String> FACETS =
      Set.of(ProductDocuments.CATEGORY, ProductDocuments.BRAND, ProductDocuments.AVAILABILITY);
  private static final Set<String> AVAILABILITIES =
      Set.of(ProductDocuments.IN_STOCK, ProductDocuments.OUT_OF_STOCK);
  private static final int USUAL_LIMIT = 24;

  private final ListParameters asked;
  private final String language;
  private final Currency currency;

  /**
   * @param currency of the price filter
   */
  ShopQuery(ListParameters asked, String language, Currency currency) {
    this.asked = asked;
    this.language = language;
    this.currency = currency;
  }

  SearchRequest request() {
    SearchRequest.Builder request = SearchRequest.builder().limit(limit());
    Optional<String> words = said(asked.words).filter(q -> !q.isBlank());
    words.ifPresent(q -> request.text(text(q)));
    filter(request, ProductDocuments.CATEGORY, values(asked.categories));
    filter(request, ProductDocuments.BRAND, values(asked.brands));
    filter(request, ProductDocuments.AVAILABILITY, availabilities());
    amount("priceMin", asked.priceMin)
        .ifPresent(p -> request.filter(Filter.atLeast(ProductDocuments.PRICE, p)));
    amount("priceMax", asked.priceMax)
        .ifPresent(p -> request.filter(Filter.atMost(ProductDocuments.PRICE, p)));
    facets().forEach(request::facet);
    sort(words.isPresent()).forEach(request::sort);
    said(asked.cursor).ifPresent(request::cursor);
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
    return known(ProductDocuments.AVAILABILITY, values(asked.availabilities), AVAILABILITIES);
  }

  private Set<String> facets() {
    Set<String> fields = new LinkedHashSet<>();
    values(asked.facets).forEach(names -> fields.addAll(List.of(names.split(","))));
    return known("facets", fields, FACETS);
  }

  private static Set<String> known(String field, Set<String> values, Set<String> known) {
    for (String value : values) {
      if (!known.contains(value)) {
        throw Refused.field(
            field,
            "'" + value + "' is none of " + String.join(", ", known.stream().sorted().toList()));
      }
    }
    return values;
  }

  private Stream<SortBy> sort(boolean words) {
    String price = ProductDocuments.PRICE;
    String title = ProductDocuments.sortTitle(locale());
    return switch (said(asked.sort).orElse(words ? "relevance" : "title")) {
      case "relevance" -> Stream.of(SortBy.relevance());
      case "title" -> Stream.of(SortBy.ascending(title));
      case "-title" -> Stream.of(SortBy.descending(title));
      case "price" -> Stream.of(SortBy.ascending(price), SortBy.ascending(title));
      case "-price" -> Stream.of(SortBy.descending(price), SortBy.ascending(title));
      default -> throw Refused.field("sort", "must be relevance, title, -title, price or -price");
    };
  }

  private int limit() {
    String text = said(asked.limit).orElse(String.valueOf(USUAL_LIMIT));
    int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > SearchRequest.MAX_LIMIT) {
      throw Refused.field("limit", "must be from 1 to " + SearchRequest.MAX_LIMIT);
    }
    return limit;
  }

  private Optional<Long> amount(String field, @Nullable String value) {
    try {
      return said(value).map(text -> Money.of(text, currency.getCurrencyCode()).minor());
    } catch (IllegalArgumentException e) {
      throw Refused.field(field, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> said(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }

  private static Set<String> values(List<String> all) {
    Set<String> values = new LinkedHashSet<>(all);
    values.removeIf(String::isBlank);
    return values;
  }
}
