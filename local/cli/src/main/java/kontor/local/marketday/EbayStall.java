package kontor.local.marketday;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.local.edge.Edge;

/** A seller at eBay. */
final class EbayStall extends Stall {

  private static final int BATCH = 25;

  /** The sandbox's own, which it gives away. */
  private static final String SIGNING_KEY =
      "MC4CAQAwBQYDK2VwBCIEIGc8CD4JOCvV2o4WTsowoGDOqcuwT00sFanxAOqxmQVY";

  private final String username;
  private final String consent;

  /**
   * @param consent the seller's refresh token
   */
  EbayStall(String account, String username, String consent) {
    super("ebay", account, Map.of("seller", username));
    this.username = username;
    this.consent = consent;
  }

  @Override
  void open(Edge sandbox, Edge manager) {
    ok(
        sandbox.post(
            "/control/ebay/sellers", Map.of("username", username, "refreshToken", consent)));
    connect(
        manager,
        Map.of(),
        Map.of(
            "clientId", "kontor-local",
            "clientSecret", "kontor-local-secret",
            "refreshToken", consent,
            "signingKey", SIGNING_KEY,
            "signingJwe", "kontor-local-signing-key"));
  }

  @Override
  String order(String id) {
    return "/control/ebay/orders/" + id;
  }

  @Override
  String id(JsonNode order) {
    return order.findPath("orderId").asText();
  }

  @Override
  List<String> sendingCalls() {
    return List.of("bulkUpdatePriceQuantity");
  }

  @Override
  Optional<Long> fewestCalls(int prices) {
    return Optional.of((prices + BATCH - 1L) / BATCH);
  }

  @Override
  Ledger ledger(Edge sandbox) {
    JsonNode books = ok(sandbox.get("/control/ebay/ledger?seller=" + username));
    Map<String, Sold> sold = new HashMap<>();
    books.path("orders").forEach(order -> sold.put(order.path("orderId").asText(), sold(order)));
    List<Shown> shown = new ArrayList<>();
    for (JsonNode one : books.path("listings")) {
      if (!one.path("status").asText().equals("NOT_LISTED")) {
        shown.add(
            new Shown(
                one.path("sku").asText(),
                one.path("quantity").asInt(),
                new BigDecimal(one.at("/price/value").asText("0")),
                Shown.changed(one)));
      }
    }
    return new Ledger(sold, shown, List.of(), Calls.of(books.path("calls")));
  }

  private static Sold sold(JsonNode order) {
    BigDecimal total = new BigDecimal(order.at("/deliveryCost/value").asText("0"));
    Map<String, Integer> units = new TreeMap<>();
    for (JsonNode line : order.path("lines")) {
      int quantity = line.path("quantity").asInt();
      BigDecimal unit = new BigDecimal(line.at("/unitPrice/value").asText());
      total = total.add(unit.multiply(BigDecimal.valueOf(quantity)));
      units.merge(line.path("sku").asText(), quantity, Integer::sum);
    }
    int shipped = 0;
    List<String> parcels = new ArrayList<>();
    for (JsonNode parcel : order.path("shipments")) {
      parcels.add(parcel.path("trackingNumber").asText());
      for (JsonNode part : parcel.path("parts")) {
        shipped += part.path("quantity").asInt();
      }
    }
    boolean ended = order.path("cancellation").asText().equals("COMPLETED");
    Sold.State state =
        ended
            ? Sold.State.CANCELLED
            : order.path("payment").asText().equals("PENDING")
                ? Sold.State.WAITING
                : Sold.State.BOUGHT;
    BigDecimal refunded = BigDecimal.ZERO;
    for (JsonNode refund : order.at("/after/refunds")) {
      if (!refund.path("status").asText().equals("FAILED")) {
        refunded = refunded.add(new BigDecimal(refund.at("/amount/value").asText()));
      }
    }
    return new Sold(state, total, units, ended ? units : Map.of(), shipped, parcels, refunded);
  }
}
