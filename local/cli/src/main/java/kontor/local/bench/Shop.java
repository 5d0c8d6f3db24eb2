package kontor.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import kontor.local.bench.ClosedLoop.Operation;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.edge.Patience;
import kontor.local.platform.PlatformException;

/** The articles of a measurement and what shoppers do with them. */
public final class Shop {

  static final String CONFIRMED = "CONFIRMED";
  static final String REJECTED = "REJECTED";

  private static final int UNITS = 1_000_000;

  private final URI gateway;
  private final String run = Long.toString(System.currentTimeMillis(), 36);
  private final List<String> skus = new ArrayList<>();
  private final List<String> products = new ArrayList<>();

  public Shop(URI gateway) {
    this.gateway = gateway;
  }

  /** Makes so many articles with plenty of stock. */
  public void open(Edge manager, int articles) {
    for (int i = 1; i <= articles; i++) {
      String sku = "BENCH-" + run + "-" + i;
      String product = "bench-" + run + "-" + i;
      products.add(product);
      skus.add(sku);
      ok(manager.put("/api/admin/products/" + product, product(sku, i)));
      ok(manager.put("/api/admin/prices", price(sku)));
    }
    List<Map<String, Object>> lines = new ArrayList<>();
    skus.forEach(sku -> lines.add(Map.of("sku", sku, "quantity", UNITS)));
    String reference = "bench-" + UUID.randomUUID();
    Patience.untilTrue(
        "inventory knows the articles",
        java.time.Duration.ofSeconds(30),
        () ->
            manager
                .post("/api/admin/stock/counts", Map.of("reference", reference, "lines", lines))
                .ok());
    Patience.untilTrue(
        "the shop knows the articles",
        java.time.Duration.ofSeconds(30),
        () -> checkout(1).get().run());
  }

  /** Another article, with just so many units. */
  String scarce(Edge manager, int units) {
    String sku = "SALE-" + run;
    ok(manager.put("/api/admin/products/sale-" + run, product(sku, 0)));
    ok(manager.put("/api/admin/prices", price(sku)));
    Map<String, Object> receipt =
        Map.of("reference", "sale-" + run, "lines", List.of(Map.of("sku", sku, "quantity", units)));
    Patience.untilTrue(
        "inventory knows the article",
        java.time.Duration.ofSeconds(30),
        () -> manager.post("/api/admin/stock/receipts", receipt).ok());
    Edge guest = Edge.visitor(gateway);
    Patience.untilTrue(
        "the shop knows the article",
        java.time.Duration.ofSeconds(30),
        () -> !cart(guest, sku).at("/quote/hash").isEmpty());
    return sku;
  }

  /**
   * One guest's order of it, and what came of it: CONFIRMED, REJECTED (at checkout or after it) or
   * what went wrong.
   */
  String order(String sku) {
    return order(Edge.visitor(gateway), sku);
  }

  /** Puts one unit into a guest's cart and orders it. The answer is 202 once the order is kept. */
  public static Answer place(Edge guest, String sku) {
    Answer cart = cart(guest, sku);
    return cart.ok()
        ? guest.post(
            "/api/shop/carts/" + cart.at("/id") + "/checkout",
            request(cart.body()),
            UUID.randomUUID().toString())
        : cart;
  }

  private static String order(Edge guest, String sku) {
    Answer placed = place(guest, sku);
    if (placed.status() != 202) {
      return soldOut(placed) ? REJECTED : placed.text();
    }
    String states = guest.get("/api/shop/orders/" + placed.at("/id") + "/events").text();
    return Stream.of(CONFIRMED, REJECTED)
        .filter(state -> states.contains('"' + state + '"'))
        .findFirst()
        .orElse(states);
  }

  /** Whether the checkout was refused since the units had gone by then. */
  private static boolean soldOut(Answer refused) {
    return refused.status() == 409 && refused.at("/lines/0/problem").equals("OUT_OF_STOCK");
  }

  /** A complete guest checkout: cart, order, and waiting until it is confirmed. */
  java.util.function.Supplier<Operation> checkout(int spread) {
    return () -> {
      Edge guest = Edge.visitor(gateway);
      return () ->
          order(guest, skus.get(ThreadLocalRandom.current().nextInt(spread))).equals(CONFIRMED);
    };
  }

  java.util.function.Supplier<Operation> checkout() {
    return checkout(skus.size());
  }

  java.util.function.Supplier<Operation> list() {
    return () -> {
      Edge guest = Edge.visitor(gateway);
      return () -> guest.get("/api/shop/products?limit=24").ok();
    };
  }

  java.util.function.Supplier<Operation> detail() {
    return () -> {
      Edge guest = Edge.visitor(gateway);
      return () ->
          guest
              .get(
                  "/api/shop/products/"
                      + products.get(ThreadLocalRandom.current().nextInt(products.size())))
              .ok();
    };
  }

  /** Words of a title, as a shopper types them. */
  java.util.function.Supplier<Operation> search() {
    return () -> {
      Edge guest = Edge.visitor(gateway);
      return () ->
          guest
              .get(
                  "/api/shop/products?limit=24&q=messbecher+"
                      + ThreadLocalRandom.current().nextInt(1, products.size() + 1))
              .ok();
    };
  }

  java.util.function.Supplier<Operation> empty() {
    return () -> {
      Edge guest = Edge.visitor(gateway);
      return () -> guest.get("/actuator/health/liveness").ok();
    };
  }

  private static Answer cart(Edge guest, String sku) {
    return guest.post(
        "/api/shop/carts", Map.of("lines", List.of(Map.of("sku", sku, "quantity", 1))));
  }

  private static Map<String, Object> request(JsonNode cart) {
    return Map.of(
        "email", "bench@example.org",
        "quoteHash", cart.at("/quote/hash").asText(),
        "address",
            Map.of(
                "name", "Bea Bank",
                "street", "Am Markt 1",
                "postalCode", "04109",
                "city", "Leipzig"));
  }

  private static Map<String, Object> price(String sku) {
    Map<String, Object> amount = Map.of("amount", "9.90", "currency", "EUR");
    return Map.of(
        "sku",
        sku,
        "prices",
        List.of(Map.of("amount", amount, "taxIncluded", true, "minQuantity", 1)));
  }

  private static Map<String, Object> product(String sku, int number) {
    return Map.of(
        "texts",
            List.of(
                Map.of(
                    "language", "de",
                    "title", "Messbecher " + number,
                    "description", "Zum Messen.")),
        "categories", List.of("Messung"),
        "taxClass", "STANDARD",
        "variants",
            List.of(
                Map.of(
                    "sku",
                    sku,
                    "options",
                    List.of(),
                    "images",
                    List.of(),
                    "components",
                    List.of())));
  }

  private static void ok(Answer answer) {
    if (!answer.ok()) {
      throw new PlatformException(answer.text());
    }
  }
}
