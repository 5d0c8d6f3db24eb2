package kontor.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.edge.Patience;
import kontor.local.platform.PlatformException;

/**
 * What is bought and sold in a campaign: some articles for shop and marketplace, some that only the
 * shop sells, and among those some of which there are few.
 */
final class Articles {

  static final int COUNT = 12;
  private static final int ON_EBAY = 6;
  private static final int SCARCE = 2;
  private static final int PLENTY = 100_000;
  private static final int FEW = 40;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final String run;
  private final List<String> skus = new ArrayList<>();

  /**
   * @param run tells this campaign's articles from those of others
   */
  Articles(String run) {
    this.run = run;
    for (int i = 1; i <= COUNT; i++) {
      skus.add("F/" + run + " Ä" + i);
    }
  }

  String run() {
    return run;
  }

  List<String> skus() {
    return skus;
  }

  /** The marketplace sells these too. */
  List<String> onEbay() {
    return skus.subList(0, ON_EBAY);
  }

  /** There are so few that orders are refused. */
  boolean scarce(String sku) {
    return skus.indexOf(sku) >= COUNT - SCARCE;
  }

  String any(SplittableRandom chance) {
    return skus.get(chance.nextInt(COUNT));
  }

  String anyOnEbay(SplittableRandom chance) {
    return skus.get(chance.nextInt(ON_EBAY));
  }

  /** Makes them known to catalog, shop and warehouse before anything is broken. */
  void open(Edge manager, Edge guest, History history) {
    for (int i = 0; i < COUNT; i++) {
      ok(manager.put("/api/admin/products/faults-" + run + "-" + (i + 1), product(skus.get(i))));
      ok(manager.put("/api/admin/prices", price(skus.get(i), "9.90")));
    }
    for (int i = 0; i < COUNT; i++) {
      int units = scarce(skus.get(i)) ? FEW : PLENTY;
      receive(manager, history, "open-" + (i + 1), skus.get(i), units);
    }
    for (String sku : skus) {
      Map<String, Object> cart = Map.of("lines", List.of(Map.of("sku", sku, "quantity", 1)));
      Patience.untilTrue(
          "the shop knows " + sku,
          SOON,
          () -> !guest.post("/api/shop/carts", cart).at("/quote/hash").isEmpty());
    }
  }

  private void receive(Edge manager, History history, String name, String sku, int units) {
    Map<String, Object> booking = receipt(reference(name), sku, units);
    Patience.untilTrue(
        "inventory knows " + sku,
        SOON,
        () ->
            history
                .ask(
                    "opening",
                    "receipt",
                    Map.of("reference", reference(name), "sku", sku, "delta", units),
                    Map.of(),
                    () -> manager.post("/api/admin/stock/receipts", booking))
                .ok());
  }

  /** A document number that no other campaign uses. */
  String reference(String name) {
    return "F-" + run + "-" + name;
  }

  static Map<String, Object> receipt(String reference, String sku, int units) {
    return Map.of("reference", reference, "lines", List.of(Map.of("sku", sku, "quantity", units)));
  }

  static Map<String, Object> price(String sku, String amount) {
    Map<String, Object> money = Map.of("amount", amount, "currency", "EUR");
    Map<String, Object> price = Map.of("amount", money, "taxIncluded", true, "minQuantity", 1);
    return Map.of("sku", sku, "prices", List.of(price));
  }

  private static Map<String, Object> product(String sku) {
    Map<String, Object> text =
        Map.of("language", "de", "title", "Prüfstück " + sku, "description", "Hält viel aus.");
    Map<String, Object> variant =
        Map.of(
            "sku", sku,
            "options", List.of(),
            "images", List.of("https://example.org/bild.png"),
            "components", List.of());
    return Map.of(
        "texts", List.of(text),
        "categories", List.of("Prüfung"),
        "taxClass", "STANDARD",
        "variants", List.of(variant));
  }

  private static void ok(Answer answer) {
    if (!answer.ok()) {
      throw new PlatformException(answer.text());
    }
  }
}
