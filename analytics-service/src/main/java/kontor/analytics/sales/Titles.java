package kontor.analytics.sales;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.product.ProductEvent.VariantOption;

/** What articles are called. A withdrawn product keeps its name here, for the books. */
public final class Titles {

  private final Map<Sku, Named> names = new ConcurrentHashMap<>();

  /**
   * @param byLanguage titles, without what sets the variant apart
   * @param first in the shop's own language
   */
  private record Named(Map<String, String> byLanguage, String first, String options) {}

  public void take(ProductEvent event) {
    if (event instanceof ProductPublished product && !product.texts().isEmpty()) {
      Map<String, String> titles =
          product.texts().stream()
              .collect(Collectors.toMap(t -> t.language(), t -> t.title(), (a, b) -> a));
      String first = product.texts().get(0).title();
      for (Variant variant : product.variants()) {
        names.put(variant.sku(), new Named(titles, first, options(variant)));
      }
    }
  }

  /** The title in this language, else in the shop's own; empty when the article is unknown. */
  public Optional<String> of(Sku sku, String language) {
    return Optional.ofNullable(names.get(sku))
        .map(n -> n.byLanguage().getOrDefault(language, n.first()) + n.options());
  }

  private static String options(Variant variant) {
    String values =
        variant.options().stream().map(VariantOption::value).collect(Collectors.joining(", "));
    return values.isEmpty() ? "" : " (" + values + ")";
  }
}
