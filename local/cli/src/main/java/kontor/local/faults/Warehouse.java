package kontor.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import kontor.contracts.OrderId;
import kontor.contracts.order.ExchangeOf;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.faults.OrderPool.Known;

/**
 * Who ships, cancels, takes back and counts. Each attempt has a name of its own that the books must
 * show, or not; without an answer the same attempt is made again every other time.
 */
final class Warehouse {

  private static final int MOST_MOVED = 5;

  private final String name;
  private final Edge manager;
  private final Articles articles;
  private final OrderPool pool;
  private final History history;
  private int attempts;

  Warehouse(String name, Edge manager, Articles articles, OrderPool pool, History history) {
    this.name = name;
    this.manager = manager;
    this.articles = articles;
    this.pool = pool;
    this.history = history;
  }

  void ship(SplittableRandom chance) {
    String tracking = attempt();
    pool.anyPlaced(chance)
        .ifPresent(
            order -> {
              Map<String, Object> body = Map.of("carrier", "DHL", "trackingNumber", tracking);
              Entry shipped = change("ship", order.id(), tracking, body, chance);
              if (shipped.ok()) {
                pool.shipped(order);
              }
            });
  }

  void cancel(SplittableRandom chance) {
    String reason = attempt();
    pool.anyPlaced(chance)
        .ifPresent(order -> change("cancel", order.id(), reason, Map.of("reason", reason), chance));
  }

  /** One unit of the first line comes back, and is refunded or exchanged for another one. */
  void takeBack(SplittableRandom chance) {
    String rma = attempt();
    boolean exchange = chance.nextInt(3) == 0;
    pool.takeShipped(chance).ifPresent(order -> takeBack(order, rma, exchange, chance));
  }

  private void takeBack(Known order, String rma, boolean exchange, SplittableRandom chance) {
    Map<String, Object> body = new TreeMap<>();
    body.put("rma", rma);
    body.put("lines", List.of(Map.of("line", 1, "quantity", 1)));
    String sku = order.units().keySet().iterator().next();
    if (exchange) {
      body.put("exchange", List.of(Map.of("sku", sku, "quantity", 1)));
    }
    if (change("returns", order.id(), rma, body, chance).ok() && exchange) {
      ExchangeOf exchanged = new ExchangeOf(new OrderId(order.id()), rma);
      pool.placed(exchanged.replacement().value(), Map.of(sku, 1));
    }
  }

  private Entry change(
      String what,
      String order,
      String attempt,
      Map<String, Object> body,
      SplittableRandom chance) {
    Map<String, Object> arguments = Map.of("order", order, "attempt", attempt);
    return insist(
        chance,
        () ->
            history.ask(
                name,
                what,
                arguments,
                Map.of("status", "/status"),
                () -> manager.post("/api/admin/orders/" + order + "/" + what, body)));
  }

  void receive(SplittableRandom chance) {
    String reference = articles.reference(attempt());
    String sku = articles.any(chance);
    int units = 1 + chance.nextInt(MOST_MOVED);
    Map<String, Object> body = Articles.receipt(reference, sku, units);
    book("receipt", Map.of("reference", reference, "sku", sku, "delta", units), body, chance);
  }

  /** Some are found, some are missing; of what is scarce none is missing. */
  void adjust(SplittableRandom chance) {
    String reference = articles.reference(attempt());
    String sku = articles.any(chance);
    int units = 1 + chance.nextInt(MOST_MOVED);
    boolean missing = chance.nextBoolean() && !articles.scarce(sku);
    int delta = missing ? -units : units;
    Map<String, Object> arguments = Map.of("reference", reference, "sku", sku, "delta", delta);
    Map<String, Object> body = new TreeMap<>(arguments);
    body.put("reason", "counted");
    book("adjustment", arguments, body, chance);
  }

  private void book(
      String what,
      Map<String, Object> arguments,
      Map<String, Object> body,
      SplittableRandom chance) {
    insist(
        chance,
        () ->
            history.ask(
                name,
                what,
                arguments,
                Map.of("booked", "/booked"),
                () -> manager.post("/api/admin/stock/" + what + "s", body)));
  }

  /** Looks for what the marketplace has sold. */
  void lookForSales(SplittableRandom chance) {
    history.ask(name, "list", Map.of("channel", "ebay-de"), Map.of(), this::ebayOrders);
  }

  private Answer ebayOrders() {
    Answer page = manager.get("/api/admin/orders?channel=ebay-de&limit=20");
    for (JsonNode order : page.body().path("items")) {
      Map<String, Integer> units = new TreeMap<>();
      order
          .path("lines")
          .forEach(line -> units.put(line.at("/sku").asText(), line.at("/quantity").asInt()));
      if (articles.skus().containsAll(units.keySet()) && open(order.path("status").asText())) {
        pool.placed(order.path("id").asText(), units);
      }
    }
    return page;
  }

  private static boolean open(String status) {
    return status.equals("PLACED") || status.equals("CONFIRMED");
  }

  private String attempt() {
    attempts++;
    return name + "-" + attempts;
  }

  private static Entry insist(SplittableRandom chance, Supplier<Entry> request) {
    boolean insists = chance.nextBoolean();
    Entry first = request.get();
    return first.unknown() && insists ? request.get() : first;
  }
}
