package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;

/** Articles with stock for one test, and what a guest does with them. */
final class Goods {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final List<String> skus = new ArrayList<>();

  private Goods() {}

  /** Makes so many articles with so many units each, known to shop and warehouse. */
  static Goods of(Platform platform, int articles, int units) {
    Goods goods = new Goods();
    Edge manager = platform.manager();
    String run = UUID.randomUUID().toString().substring(0, 8);
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 1; i <= articles; i++) {
      String sku = "T/" + run + " Ä" + i;
      goods.skus.add(sku);
      ok(manager.put("/api/admin/products/test-" + run + "-" + i, product(sku)));
      ok(manager.put("/api/admin/prices", price(sku)));
      lines.add(Map.of("sku", sku, "quantity", units));
    }
    Map<String, Object> receipt = Map.of("reference", "test-" + run, "lines", lines);
    await().atMost(SOON).until(() -> manager.post("/api/admin/stock/receipts", receipt).ok());
    for (String sku : goods.skus) {
      await().atMost(SOON).until(() -> !goods.quoteOf(platform.visitor(), sku).isEmpty());
    }
    return goods;
  }

  List<String> skus() {
    return skus;
  }

  /**
   * Buys any of them and waits for the answer: the order's status. Who is told at checkout that
   * there is none left is rejected as well.
   */
  String buy(Edge guest, int quantity) {
    String cart = cart(guest, quantity);
    Answer placed =
        guest.post(
            "/api/shop/carts/" + cart + "/checkout", request("Köln"), UUID.randomUUID().toString());
    if (placed.status() == 409 && placed.at("/lines/0/problem").equals("OUT_OF_STOCK")) {
      return "REJECTED";
    }
    assertThat(placed.status()).as(placed.text()).isEqualTo(202);
    String live = guest.get("/api/shop/orders/" + placed.at("/id") + "/events").text();
    return live.contains("\"CONFIRMED\"")
        ? "CONFIRMED"
        : live.contains("\"REJECTED\"") ? "REJECTED" : live;
  }

  String cart(Edge guest, int quantity) {
    String sku = skus.get(ThreadLocalRandom.current().nextInt(skus.size()));
    return guest.post("/api/shop/carts", lines(sku, quantity)).at("/id");
  }

  private String quoteOf(Edge guest, String sku) {
    return guest.post("/api/shop/carts", lines(sku, 1)).at("/quote/hash");
  }

  static Map<String, Object> lines(String sku, int quantity) {
    return Map.of("lines", List.of(Map.of("sku", sku, "quantity", quantity)));
  }

  static Map<String, Object> request(String city) {
    return Map.of(
        "email",
        "jörg@example.org",
        "address",
        Map.of(
            "name", "Jörg Müßig",
            "street", "Löwengasse 3",
            "postalCode", "50676",
            "city", city));
  }

  private static Map<String, Object> product(String sku) {
    return Map.of(
        "texts",
            List.of(Map.of("language", "de", "title", "Prüfstück " + sku, "description", "Schön.")),
        "categories", List.of("Prüfung"),
        "taxClass", "STANDARD",
        "variants",
            List.of(
                Map.of(
                    "sku", sku,
                    "options", List.of(),
                    "images", List.of("https://example.org/bild.png"),
                    "components", List.of())));
  }

  private static Map<String, Object> price(String sku) {
    Map<String, Object> amount = Map.of("amount", "9.90", "currency", "EUR");
    return Map.of(
        "sku",
        sku,
        "prices",
        List.of(Map.of("amount", amount, "taxIncluded", true, "minQuantity", 1)));
  }

  private static void ok(Answer answer) {
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }
}
