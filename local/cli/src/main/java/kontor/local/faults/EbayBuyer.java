package kontor.local.faults;

import java.util.Map;
import java.util.SplittableRandom;
import kontor.local.edge.Edge;

/** Who buys on eBay. A sale goes through only once the article is listed there. */
final class EbayBuyer {

  private final String name;
  private final Edge sandbox;
  private final Articles articles;
  private final History history;

  EbayBuyer(String name, Edge sandbox, Articles articles, History history) {
    this.name = name;
    this.sandbox = sandbox;
    this.articles = articles;
    this.history = history;
  }

  void buy(SplittableRandom chance) {
    Map<String, Object> purchase =
        Map.of("sku", articles.anyOnEbay(chance), "quantity", 1 + chance.nextInt(2));
    history.ask(
        name,
        "ebay-purchase",
        purchase,
        Map.of("external", "/orderId"),
        () -> sandbox.post("/control/ebay/purchases", purchase));
  }
}
