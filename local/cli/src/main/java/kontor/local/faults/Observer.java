package kontor.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.local.audit.Streams;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.faults.Observed.OrderFacts;
import kontor.local.faults.Observed.StockFacts;

/** Reads what the stores and the catalog hold of a campaign's articles. */
final class Observer {

  private final String mongoUri;
  private final Edge manager;
  private final Set<String> skus;

  Observer(String mongoUri, Edge manager, Articles articles) {
    this.mongoUri = mongoUri;
    this.manager = manager;
    this.skus = new HashSet<>(articles.skus());
  }

  Observed observe(List<Entry> history) {
    Map<String, OrderFacts> orders = new TreeMap<>();
    Map<String, StockFacts> stock = new TreeMap<>();
    try (MongoClient client = MongoClients.create(mongoUri)) {
      Streams streams = Streams.read(client);
      streams
          .of("order")
          .forEach(
              (id, events) -> {
                if (ours(events)) {
                  orders.put(id, OrderReplay.of(events));
                }
              });
      streams.of("stock").forEach((sku, events) -> level(sku, events, stock));
    }
    return new Observed(orders, stock, prices(), imports(history));
  }

  private boolean ours(List<Object> events) {
    return !events.isEmpty()
        && events.get(0) instanceof OrderPlaced placed
        && placed.lines().stream().allMatch(line -> skus.contains(line.sku().value()));
  }

  private void level(String sku, List<Object> events, Map<String, StockFacts> stock) {
    if (skus.contains(sku)) {
      stock.put(sku, StockReplay.of(events));
    }
  }

  private Map<String, String> prices() {
    Map<String, String> prices = new TreeMap<>();
    for (String sku : skus) {
      String query = "?sku=" + URLEncoder.encode(sku, StandardCharsets.UTF_8);
      JsonNode amount = manager.get("/api/admin/prices" + query).body().at("/prices/0/amount");
      prices.put(sku, amount.path("amount").asText());
    }
    return prices;
  }

  private Map<String, String> imports(List<Entry> history) {
    Map<String, String> states = new TreeMap<>();
    for (Entry entry : history) {
      if (entry.operation().equals("import") && entry.ok()) {
        String id = entry.answer().getOrDefault("import", "");
        Answer now = manager.get("/api/admin/imports/" + id);
        states.put(id, now.at("/state") + " " + now.at("/rows/new"));
      }
    }
    return states;
  }
}
