package kontor.local.marketday;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.local.edge.Edge;

/**
 * What goes wrong at the marketplaces all day long: each n-th call, for as long as it is wanted.
 */
final class Mishaps {

  private static final String LOST_ANSWER = "RESET";

  private record Mishap(String marketplace, String operation, String kind, int every) {}

  /** Different primes, so that they do not strike together. */
  private static final List<Mishap> ALL =
      List.of(
          new Mishap("amazon", "*", "ERROR", 97),
          new Mishap("amazon", "*", "UNAVAILABLE", 113),
          new Mishap("amazon", "*", LOST_ANSWER, 131),
          new Mishap("amazon", "searchOrders", "REPEAT_PAGE", 5),
          new Mishap("amazon", "confirmShipment", LOST_ANSWER, 23),
          new Mishap("ebay", "*", "ERROR", 101),
          new Mishap("ebay", "*", LOST_ANSWER, 137),
          new Mishap("ebay", "getOrders", "REPEAT_ORDER", 7),
          new Mishap("ebay", "createShippingFulfillment", LOST_ANSWER, 29),
          new Mishap("etsy", "*", "ERROR", 103),
          new Mishap("etsy", "*", "UNAVAILABLE", 127),
          new Mishap("etsy", "*", LOST_ANSWER, 139),
          new Mishap("etsy", "createReceiptShipment", LOST_ANSWER, 31));

  private final Edge sandbox;

  Mishaps(Edge sandbox) {
    this.sandbox = sandbox;
  }

  void begin(Duration length) {
    for (Mishap one : ALL) {
      Map<String, Object> fault = new TreeMap<>();
      fault.put("operation", one.operation());
      fault.put("kind", one.kind());
      fault.put("every", one.every());
      fault.put("duration", length.toString());
      Stall.ok(sandbox.post("/control/" + one.marketplace() + "/faults", fault));
    }
  }

  void end() {
    for (String marketplace : List.of("amazon", "ebay", "etsy")) {
      Stall.ok(
          sandbox.send(
              "DELETE",
              "/control/" + marketplace + "/faults",
              java.net.http.HttpRequest.BodyPublishers.noBody(),
              Map.of()));
    }
  }
}
