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

/** A shop at Etsy. */
final class EtsyStall extends Stall {

  private final long shopId;
  private final String consent;

  /**
   * @param consent the shop's first refresh token
   */
  EtsyStall(String account, long shopId, String consent) {
    super("etsy", account, Map.of("shopId", shopId));
    this.shopId = shopId;
    this.consent = consent;
  }

  @Override
  void open(Edge sandbox, Edge manager) {
    ok(sandbox.post("/control/etsy/shops", Map.of("shopId", shopId, "refreshToken", consent)));
    connect(
        manager,
        Map.of("shopId", Long.toString(shopId)),
        Map.of(
            "keystring", "kontor-local",
            "sharedSecret", "kontor-local-secret",
            "refreshToken", consent));
  }

  @Override
  boolean goesBackByUs() {
    return false;
  }

  @Override
  String order(String id) {
    return "/control/etsy/receipts/" + id;
  }

  @Override
  String id(JsonNode order) {
    return order.findPath("receiptId").asText();
  }

  @Override
  List<String> sendingCalls() {
    return List.of("getListingInventory", "updateListingInventory");
  }

  @Override
  Optional<Long> fewestCalls(int prices) {
    return Optional.empty();
  }

  @Override
  Ledger ledger(Edge sandbox) {
    JsonNode books = ok(sandbox.get("/control/etsy/ledger?shopId=" + shopId));
    Map<String, Sold> sold = new HashMap<>();
    Map<String, List<JsonNode>> parcels = new HashMap<>();
    for (JsonNode parcel : books.path("shipments")) {
      parcels
          .computeIfAbsent(parcel.path("receiptId").asText(), id -> new ArrayList<>())
          .add(parcel);
    }
    for (JsonNode receipt : books.path("receipts")) {
      String id = receipt.path("receiptId").asText();
      sold.put(id, sold(receipt, parcels.getOrDefault(id, List.of())));
    }
    List<Shown> shown = new ArrayList<>();
    books.path("listings").forEach(listing -> shown(listing, shown));
    List<String> breaches = new ArrayList<>();
    if (books.path("limitBreaches").asInt() > 0) {
      breaches.add(books.path("limitBreaches").asInt() + " calls beyond the limit");
    }
    return new Ledger(sold, shown, breaches, Calls.of(books.path("calls")));
  }

  /** What is inactive, or sold out, offers nothing. */
  private static void shown(JsonNode listing, List<Shown> shown) {
    boolean active = listing.path("state").asText().equals("active");
    for (JsonNode product : listing.path("products")) {
      JsonNode offering = product.at("/offerings/0");
      JsonNode price = offering.path("price");
      shown.add(
          new Shown(
              product.path("sku").asText(),
              active ? offering.path("quantity").asInt() : 0,
              price.isObject()
                  ? BigDecimal.valueOf(price.path("amount").asLong())
                      .divide(BigDecimal.valueOf(price.path("divisor").asLong(1)))
                  : price.decimalValue(),
              Shown.changed(listing)));
    }
  }

  private static Sold sold(JsonNode receipt, List<JsonNode> told) {
    Map<String, Integer> units = new TreeMap<>();
    for (JsonNode line : receipt.path("lines")) {
      units.merge(line.path("sku").asText(), line.path("quantity").asInt(), Integer::sum);
    }
    BigDecimal total = new BigDecimal(receipt.path("total").asText());
    boolean ended = receipt.path("canceled").asBoolean();
    Sold.State state =
        ended
            ? Sold.State.CANCELLED
            : receipt.path("paid").asBoolean() ? Sold.State.BOUGHT : Sold.State.WAITING;
    List<String> parcels = told.stream().map(one -> one.path("tracking").asText()).toList();
    // Etsy's books name no units: a parcel is all that was bought.
    int shipped = parcels.isEmpty() ? 0 : units.values().stream().mapToInt(n -> n).sum();
    return new Sold(
        state,
        total,
        units,
        ended ? units : Map.of(),
        shipped,
        parcels,
        new BigDecimal(receipt.path("refunded").asText("0")));
  }
}
