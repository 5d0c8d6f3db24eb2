package kontor.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import kontor.sandbox.amazon.Amazon;
import kontor.sandbox.amazon.order.AmazonOrder;
import kontor.sandbox.amazon.order.Orders;
import kontor.sandbox.amazon.order.Purchase;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.amazon.seller.Seller;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** What happens on Amazon besides the sellers' calls: accounts, buyers, Amazon itself. */
final class AmazonControl {

  private final Input sellers = Input.of("amazonSeller");
  private final Input purchase = Input.of("amazonPurchase");
  private final Input cancel = Input.of("amazonCancel");
  private final Input sendBack = Input.of("amazonReturn");
  private final Amazon amazon;

  AmazonControl(Amazon amazon) {
    this.amazon = amazon;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/amazon/sellers", "amazonSellers", r -> all()),
        Route.of("POST", "/amazon/sellers", "addAmazonSeller", this::add),
        Route.of("POST", "/amazon/purchases", "amazonPurchase", this::buy),
        Route.of("GET", "/amazon/orders/{id}", "amazonOrder", r -> shown(200, find(r))),
        Route.of("POST", "/amazon/orders/{id}/pay", "amazonPay", r -> change(r, Orders::pay)),
        Route.of(
            "POST", "/amazon/orders/{id}/ship", "amazonShip", r -> change(r, Orders::shipByAmazon)),
        Route.of("POST", "/amazon/orders/{id}/cancel", "amazonCancel", this::cancel),
        Route.of("POST", "/amazon/orders/{id}/return", "amazonReturn", this::sendBack),
        Route.of("GET", "/amazon/ledger", "amazonLedger", this::ledger));
  }

  private Response all() {
    List<Seller> all = amazon.direct(stage -> stage.sellers().all());
    return Response.json(200, Map.of("items", all));
  }

  private Response add(Request request) {
    ObjectNode body = sellers.read(request);
    Seller seller = Json.value(body, Seller.class);
    for (String place : seller.marketplaceIds()) {
      if (Marketplace.find(place).isEmpty()) {
        throw new Refused(400, "marketplaceIds", "there is no marketplace " + place);
      }
    }
    boolean taken =
        amazon.direct(
            stage ->
                stage.sellers().all().stream()
                    .filter(other -> !other.sellerId().equals(seller.sellerId()))
                    .anyMatch(other -> other.refreshToken().equals(seller.refreshToken())));
    if (taken) {
      throw new Refused(409, "refreshToken", "another seller has it");
    }
    amazon.direct(
        stage -> {
          stage.sellers().put(seller);
          return seller;
        });
    return Response.json(201, seller);
  }

  /** The seller that a body or a query names; the first one if it names none. */
  static Seller seller(Amazon amazon, String sellerId) {
    return amazon.direct(
        stage ->
            sellerId.isEmpty()
                ? stage.sellers().first()
                : stage
                    .sellers()
                    .find(sellerId)
                    .orElseThrow(() -> new Refused(404, "sellerId", "no seller " + sellerId)));
  }

  private Response buy(Request request) {
    ObjectNode body = purchase.read(request);
    Purchase wanted = purchase(body);
    int count = body.path("count").asInt(1);
    try {
      List<AmazonOrder> bought = amazon.direct(stage -> stage.checkout().buy(wanted, count));
      return count == 1
          ? shown(201, bought.get(0))
          : Response.json(201, Map.of("items", bought.stream().map(AmazonOrder::orderId).toList()));
    } catch (Purchase.Refused refused) {
      throw new Refused(refused.status(), refused.field(), String.valueOf(refused.getMessage()));
    }
  }

  private Purchase purchase(ObjectNode body) {
    List<Purchase.Wish> wishes = new ArrayList<>();
    body.path("lines").forEach(line -> wishes.add(wish(line)));
    if (wishes.isEmpty()) {
      wishes.add(wish(body));
    }
    return new Purchase(
        seller(amazon, body.path("sellerId").asText()).sellerId(),
        body.has("marketplaceId") ? body.get("marketplaceId").asText() : null,
        wishes,
        body.path("country").asText("DE"),
        body.path("payment").asText("PAID").equals("PAID"),
        body.path("fulfilledBy").asText("MERCHANT").equals("AMAZON"),
        body.path("shipping").asText("0"));
  }

  private static Purchase.Wish wish(JsonNode node) {
    if (!node.has("sku")) {
      throw new Refused(400, "sku", "name what to buy");
    }
    return new Purchase.Wish(node.get("sku").asText(), node.path("quantity").asInt(1));
  }

  private AmazonOrder find(Request request) {
    String id = request.variable("id");
    return amazon
        .direct(stage -> stage.orders().find(id))
        .orElseThrow(() -> new Refused(404, "id", "no order " + id));
  }

  private Response change(
      Request request, BiFunction<Orders, AmazonOrder, Optional<AmazonOrder>> what) {
    String id = request.variable("id");
    AmazonOrder before = find(request);
    return amazon
        .direct(stage -> what.apply(stage.orders(), stage.orders().find(id).orElse(before)))
        .map(changed -> shown(200, changed))
        .orElseThrow(() -> new Refused(409, "id", "the order's state is " + before.status()));
  }

  private Response cancel(Request request) {
    ObjectNode body = cancel.read(request);
    String reason = body.path("reason").asText("BUYER_CANCELED");
    String by = body.path("by").asText("BUYER");
    if (body.path("state").asText("EXECUTED").equals("REQUESTED")) {
      return change(request, (orders, order) -> orders.request(order, reason));
    }
    if (body.has("orderItemId")) {
      String item = body.get("orderItemId").asText();
      int units = body.path("quantity").asInt(1);
      return change(request, (orders, order) -> orders.cancel(order, item, units, by, reason));
    }
    return change(request, (orders, order) -> orders.cancelAll(order, by, reason));
  }

  private Response sendBack(Request request) {
    ObjectNode body = sendBack.read(request);
    AmazonOrder order = find(request);
    String item = body.path("orderItemId").asText(order.lines().get(0).orderItemId());
    int units = body.path("quantity").asInt(1);
    String reason = body.path("reason").asText("AMZ-PG-BAD-DESC");
    String resolution = body.path("resolution").asText("StandardRefund");
    return change(
        request, (orders, found) -> orders.sendBack(found, item, units, reason, resolution));
  }

  private static Response shown(int status, AmazonOrder order) {
    ObjectNode body = (ObjectNode) Json.tree(order);
    body.put("status", order.status()).set("total", Json.tree(order.total()));
    return Response.json(status, body);
  }

  private Response ledger(Request request) {
    Seller seller = seller(amazon, request.parameter("sellerId").orElse(""));
    return Response.json(200, amazon.ledger(seller));
  }
}
