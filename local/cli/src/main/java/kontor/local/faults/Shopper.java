package kontor.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import kontor.local.edge.Edge;

/**
 * A guest of the shop who buys one or two articles at a time. Without an answer he asks again every
 * other time, and sometimes he orders twice though he was answered.
 */
final class Shopper {

  private static final int SELDOM = 10;

  private final String name;
  private final Edge guest;
  private final Articles articles;
  private final OrderPool pool;
  private final History history;
  private final List<Promise> open = new ArrayList<>();

  /** A checkout of which he does not know whether it was taken. */
  record Promise(String cart, String key, Map<String, Integer> units) {}

  Shopper(String name, Edge guest, Articles articles, OrderPool pool, History history) {
    this.name = name;
    this.guest = guest;
    this.articles = articles;
    this.pool = pool;
    this.history = history;
  }

  /** Those that were never answered. */
  List<Promise> open() {
    return open;
  }

  void buy(SplittableRandom chance) {
    Map<String, Integer> units = new TreeMap<>();
    units.put(articles.any(chance), 1 + chance.nextInt(3));
    if (chance.nextInt(3) == 0) {
      units.put(articles.any(chance), 1);
    }
    String key = new UUID(chance.nextLong(), chance.nextLong()).toString();
    boolean insists = chance.nextBoolean();
    boolean hasty = chance.nextInt(SELDOM) == 0;
    Entry cart = cart(units);
    if (!cart.ok()) {
      return;
    }
    Promise promise = new Promise(cart.answer().getOrDefault("cart", ""), key, units);
    Entry placed = order(name, promise);
    if ((hasty && placed.ok()) || (insists && placed.unknown())) {
      placed = order(name, promise);
    }
    if (placed.unknown()) {
      open.add(promise);
    }
  }

  private Entry cart(Map<String, Integer> units) {
    List<Map<String, Object>> lines = new ArrayList<>();
    units.forEach((sku, quantity) -> lines.add(Map.of("sku", sku, "quantity", quantity)));
    return history.ask(
        name,
        "cart",
        Map.of("units", units),
        Map.of("cart", "/id"),
        () -> guest.post("/api/shop/carts", Map.of("lines", lines)));
  }

  /** Orders under the promise's key, for the first time or again. */
  Entry order(String actor, Promise promise) {
    Entry placed =
        history.ask(
            actor,
            "checkout",
            Map.of("key", promise.key(), "units", promise.units()),
            Map.of("order", "/id", "number", "/number"),
            () ->
                guest.post(
                    "/api/shop/carts/" + promise.cart() + "/checkout", ADDRESS, promise.key()));
    if (placed.ok()) {
      pool.placed(placed.answer().getOrDefault("order", ""), promise.units());
    }
    return placed;
  }

  private static final Map<String, Object> ADDRESS =
      Map.of(
          "email",
          "faults@example.org",
          "address",
          Map.of(
              "name", "Jörg Müßig",
              "street", "Löwengasse 3",
              "postalCode", "50676",
              "city", "Köln"));
}
