package kontor.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.edge.Patience;
import kontor.local.platform.PlatformException;

/** The story's part that plays at the marketplaces. */
final class Markets {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Edge manager;
  private final Edge sandbox;
  private final String sku;
  private final Map<String, String> external = new HashMap<>();
  private final Map<String, JsonNode> orders = new HashMap<>();

  Markets(Edge manager, Edge sandbox, String sku) {
    this.manager = manager;
    this.sandbox = sandbox;
    this.sku = sku;
  }

  /** Waits until both show so many units. */
  JsonNode untilListed(int quantity) {
    untilListed("amazon-de", quantity);
    return untilListed("ebay-de", quantity);
  }

  void buy(String marketplace, int units) {
    Answer bought =
        sandbox.post(
            "/control/" + marketplace + "/purchases", Map.of("sku", sku, "quantity", units));
    if (!bought.ok()) {
      throw new PlatformException(bought.text());
    }
    JsonNode id = bought.body().findValue("orderId");
    external.put(marketplace, id.asText());
  }

  /** Waits until the order is here and confirmed, and says so. */
  String told(String marketplace) {
    String path = "/api/admin/orders?channel=" + marketplace + "-de&sku=" + Scene.encode(sku);
    JsonNode found =
        Patience.until(
            "the order is taken over and confirmed",
            SOON,
            () -> {
              JsonNode page = manager.get(path).body();
              return page.at("/items/0/status").asText().equals("CONFIRMED")
                  ? Optional.of(page)
                  : Optional.empty();
            });
    if (found.at("/total").asInt() != 1) {
      throw new PlatformException("taken over " + found.at("/total") + " times");
    }
    orders.put(marketplace, found.at("/items/0"));
    return external.get(marketplace) + " is order " + found.at("/items/0/number").asText();
  }

  /** Our id of the order that came from there. */
  String order(String marketplace) {
    return Optional.ofNullable(orders.get(marketplace)).orElseThrow().path("id").asText();
  }

  /**
   * @param parcels where the marketplace's books have them
   */
  void untilTracked(String marketplace, String parcels) {
    Patience.untilTrue(
        marketplace + " knows the shipment",
        SOON,
        () -> {
          JsonNode books = sandbox.get("/control/" + marketplace + "/ledger").body();
          return books.findValues(parcels).toString().contains(tracking(order(marketplace)));
        });
  }

  static String tracking(String id) {
    return "0034" + Math.abs((long) id.hashCode());
  }

  private JsonNode untilListed(String channel, int quantity) {
    String path =
        "/api/admin/marketplaces/listings?channel=" + channel + "&sku=" + Scene.encode(sku);
    return Patience.until(
        channel + " shows " + quantity,
        SOON,
        () -> {
          JsonNode listing = manager.get(path).body().at("/items/0");
          boolean there =
              listing.path("status").asText().equals("LIVE")
                  && listing.path("quantity").asInt(-1) == quantity;
          return there ? Optional.of(listing) : Optional.empty();
        });
  }
}
