package kontor.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.Backstage;
import kontor.sandbox.ebay.Ebay;
import kontor.sandbox.ebay.Purchase;
import kontor.sandbox.ebay.Purchase.Wish;
import kontor.sandbox.ebay.SoldOrder;
import kontor.sandbox.ebay.SoldOrder.Payment;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;
import org.jspecify.annotations.Nullable;

/** What buyers do: buy, pay, cancel. */
final class BuyerControl {

  private final Input purchase = Input.of("purchase");
  private final Input cancel = Input.of("cancel");
  private final Ebay ebay;

  BuyerControl(Ebay ebay) {
    this.ebay = ebay;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/ebay/purchases", "purchase", this::buy),
        Route.of("GET", "/ebay/orders/{id}", "order", r -> Response.json(200, find(r))),
        Route.of("POST", "/ebay/orders/{id}/pay", "pay", this::pay),
        Route.of("POST", "/ebay/orders/{id}/cancel", "cancel", this::cancel));
  }

  private Response buy(Request request) {
    ObjectNode body = purchase.read(request);
    try {
      Purchase wanted = purchase(body);
      String seller = body.path("seller").asText("");
      return Response.json(201, ebay.direct(stage -> stage.buy(seller, wanted)));
    } catch (Purchase.Refused refused) {
      throw new Refused(refused.status(), refused.field(), String.valueOf(refused.getMessage()));
    }
  }

  private static Purchase purchase(ObjectNode body) {
    List<Wish> wishes = new ArrayList<>();
    body.path("lines").forEach(line -> wishes.add(wish(line, "lines")));
    if (wishes.isEmpty()) {
      wishes.add(wish(body, "sku"));
    }
    return new Purchase(
        wishes,
        text(body, "marketplaceId"),
        body.path("country").asText("DE"),
        body.path("deliveryCost").asText("0.00"),
        Payment.valueOf(body.path("payment").asText("PAID")));
  }

  private static Wish wish(JsonNode node, String field) {
    Wish wish =
        new Wish(
            text(node, "offerId"),
            text(node, "listingId"),
            text(node, "sku"),
            node.path("quantity").asInt(1));
    if (wish.offerId() == null && wish.listingId() == null && wish.sku() == null) {
      throw new Refused(400, field, "name what to buy: sku, offerId or listingId");
    }
    return wish;
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.has(field) ? node.get(field).asText() : null;
  }

  private SoldOrder find(Request request) {
    return ebay.direct(stage -> find(stage, request));
  }

  /** The order of this id, of whatever seller. */
  static SoldOrder find(Backstage stage, Request request) {
    String id = request.variable("id");
    return stage.order(id).orElseThrow(() -> new Refused(404, "id", "no order " + id));
  }

  private Response pay(Request request) {
    return allowed(
        ebay.direct(stage -> stage.pay(find(stage, request))), "it does not wait for payment");
  }

  private Response cancel(Request request) {
    ObjectNode body = cancel.read(request);
    String to = body.path("state").asText("COMPLETED");
    String reason = body.path("reason").asText("BUYER_ASKED_CANCEL");
    Optional<SoldOrder> order =
        ebay.direct(
            stage -> {
              SoldOrder found = find(stage, request);
              return switch (to) {
                case "REQUESTED" -> stage.askToCancel(found, reason);
                case "REJECTED" -> stage.endRequest(found, true);
                case "WITHDRAWN" -> stage.endRequest(found, false);
                default -> stage.cancel(found, reason);
              };
            });
    return allowed(order, "it is shipped or cancelled, or no request waits for an answer");
  }

  private static Response allowed(Optional<SoldOrder> order, String otherwise) {
    return order
        .map(changed -> Response.json(200, Json.tree(changed)))
        .orElseThrow(() -> new Refused(409, "id", otherwise));
  }
}
