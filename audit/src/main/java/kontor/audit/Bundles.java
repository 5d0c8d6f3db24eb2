package kontor.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.reservation.ReservationEvent.ReservedBundle;

/** What one piece of each bundle is made of. */
final class Bundles {

  private final Map<Sku, Map<Sku, Integer>> parts = new HashMap<>();

  /** As reserved for one order, whatever the bundles are made of today. */
  static Bundles of(List<ReservedBundle> reserved) {
    Bundles then = new Bundles();
    for (ReservedBundle bundle : reserved) {
      Map<Sku, Integer> made = new HashMap<>();
      bundle.parts().forEach(part -> made.put(part.sku(), part.quantity().value()));
      then.parts.put(bundle.sku(), made);
    }
    return then;
  }

  void learn(ProductPublished product) {
    product
        .variants()
        .forEach(
            variant -> {
              Map<Sku, Integer> made = new HashMap<>();
              variant.components().forEach(part -> made.put(part.sku(), part.quantity().value()));
              if (made.isEmpty()) {
                parts.remove(variant.sku());
              } else {
                parts.put(variant.sku(), made);
              }
            });
  }

  /** Units of what was ordered as units of what lies on a shelf; none of what is zero. */
  Map<String, Integer> articles(Map<Sku, Integer> ordered) {
    Map<String, Integer> articles = new TreeMap<>();
    ordered.forEach(
        (sku, units) -> {
          Map<Sku, Integer> made = parts.get(sku);
          if (made == null) {
            articles.merge(sku.value(), units, Integer::sum);
          } else {
            made.forEach((part, each) -> articles.merge(part.value(), each * units, Integer::sum));
          }
        });
    articles.values().removeIf(units -> units == 0);
    return articles;
  }
}
