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

/** A seller at Amazon. */
final class AmazonStall extends Stall {

  private static final int MESSAGES = 25_000;

  private final String sellerId;
  private final String consent;

  /**
   * @param consent the seller's refresh token
   */
  AmazonStall(String account, String sellerId, String consent) {
    super("amazon", account, Map.of("sellerId", sellerId));
    this.sellerId = sellerId;
    this.consent = consent;
  }

  @Override
  void open(Edge sandbox, Edge manager) {
    Map<String, Object> seller =
        Map.of(
            "sellerId", sellerId,
            "refreshToken", consent,
            "marketplaceIds", List.of("A1PA6795UKMFR9"));
    ok(sandbox.post("/control/amazon/sellers", seller));
    connect(
        manager,
        Map.of("sellerId", sellerId),
        Map.of(
            "clientId", "kontor-local",
            "clientSecret", "kontor-local-secret",
            "refreshToken", consent));
  }

  @Override
  String order(String id) {
    return "/control/amazon/orders/" + id;
  }

  @Override
  String id(JsonNode order) {
    return order.findPath("orderId").asText();
  }

  @Override
  List<String> sendingCalls() {
    return List.of(
        "patchListingsItem", "createFeedDocument", "createFeed", "getFeed", "getFeedDocument");
  }

  /** A feed takes so many, and four calls: its place, itself, what became of it, the report. */
  @Override
  Optional<Long> fewestCalls(int prices) {
    return Optional.of(4L * ((prices + MESSAGES - 1) / MESSAGES));
  }

  @Override
  Ledger ledger(Edge sandbox) {
    JsonNode books = ok(sandbox.get("/control/amazon/ledger?sellerId=" + sellerId));
    Map<String, Sold> sold = new HashMap<>();
    books.path("orders").forEach(order -> sold.put(order.path("orderId").asText(), sold(order)));
    List<Shown> shown = new ArrayList<>();
    for (JsonNode one : books.path("listings")) {
      shown.add(
          new Shown(
              one.path("sku").asText(),
              one.path("quantity").asInt(),
              new BigDecimal(one.path("price").asText("0")),
              Shown.changed(one)));
    }
    List<String> breaches = new ArrayList<>();
    books.path("bucketBreaches").forEach(one -> breaches.add("beyond the limit: " + one));
    books.path("modelViolations").forEach(one -> breaches.add("not by the model: " + one));
    return new Ledger(sold, shown, breaches, Calls.of(books.path("calls")));
  }

  private static Sold sold(JsonNode order) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal refunded = BigDecimal.ZERO;
    Map<String, Integer> units = new TreeMap<>();
    Map<String, Integer> cancelled = new TreeMap<>();
    for (JsonNode line : order.path("lines")) {
      BigDecimal unit = new BigDecimal(line.at("/unitPrice/amount").asText());
      int quantity = line.path("quantity").asInt();
      total =
          total
              .add(unit.multiply(BigDecimal.valueOf(quantity)))
              .add(new BigDecimal(line.at("/shipping/amount").asText("0")));
      units.merge(line.path("sku").asText(), quantity, Integer::sum);
      if (line.path("cancelled").asInt() > 0) {
        cancelled.merge(line.path("sku").asText(), line.path("cancelled").asInt(), Integer::sum);
      }
      for (JsonNode refund : line.path("refunds")) {
        refunded =
            refunded
                .add(new BigDecimal(refund.at("/price/amount").asText()))
                .add(new BigDecimal(refund.at("/shipping/amount").asText()));
      }
    }
    int shipped = 0;
    List<String> parcels = new ArrayList<>();
    for (JsonNode parcel : order.path("parcels")) {
      parcels.add(parcel.path("trackingNumber").asText());
      for (JsonNode part : parcel.path("parts")) {
        shipped += part.path("quantity").asInt();
      }
    }
    Sold.State state =
        order.path("status").asText().equals("CANCELLED")
            ? Sold.State.CANCELLED
            : order.path("paid").asBoolean() ? Sold.State.BOUGHT : Sold.State.WAITING;
    return new Sold(state, total, units, cancelled, shipped, parcels, refunded);
  }
}
