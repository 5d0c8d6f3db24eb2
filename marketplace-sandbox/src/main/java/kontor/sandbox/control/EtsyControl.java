package kontor.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import kontor.sandbox.etsy.Etsy;
import kontor.sandbox.etsy.Money;
import kontor.sandbox.etsy.Purchase;
import kontor.sandbox.etsy.Purchase.Wish;
import kontor.sandbox.etsy.Receipt;
import kontor.sandbox.etsy.Receipts;
import kontor.sandbox.etsy.Shop;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** What buyers do on Etsy, and sellers in its pages: buy, pay, cancel, pay back. */
final class EtsyControl {

  private final Input purchase = Input.of("etsyPurchase");
  private final Input cancel = Input.of("etsyCancel");
  private final Input refund = Input.of("etsyRefund");
  private final Etsy etsy;

  EtsyControl(Etsy etsy) {
    this.etsy = etsy;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/etsy/purchases", "etsyPurchase", this::buy),
        Route.of("GET", "/etsy/receipts/{id}", "etsyReceipt", r -> shown(200, find(r))),
        Route.of("POST", "/etsy/receipts/{id}/pay", "etsyPay", r -> change(r, Receipts::pay)),
        Route.of("POST", "/etsy/receipts/{id}/cancel", "etsyCancel", this::cancel),
        Route.of("POST", "/etsy/receipts/{id}/refund", "etsyRefund", this::refund),
        Route.of("GET", "/etsy/ledger", "etsyLedger", this::ledger));
  }

  /** The shop of this number; the first one if there is none. */
  static Shop shop(Etsy etsy, Optional<String> shopId) {
    return etsy.direct(
        () ->
            shopId.isEmpty()
                ? etsy.shops().first()
                : etsy.shops().all().stream()
                    .filter(shop -> Long.toString(shop.shopId()).equals(shopId.get()))
                    .findFirst()
                    .orElseThrow(() -> new Refused(404, "shopId", "no shop " + shopId.get())));
  }

  static Optional<String> shopId(ObjectNode body) {
    return body.has("shopId") ? Optional.of(body.get("shopId").asText()) : Optional.empty();
  }

  private Response buy(Request request) {
    ObjectNode body = purchase.read(request);
    Shop shop = shop(etsy, shopId(body));
    List<Wish> wishes = new ArrayList<>();
    body.path("lines").forEach(line -> wishes.add(wish(line)));
    if (wishes.isEmpty()) {
      wishes.add(wish(body));
    }
    Purchase wanted =
        new Purchase(
            shop.shopId(),
            wishes,
            body.path("country").asText("DE"),
            body.path("payment").asText("PAID").equals("PAID"),
            body.path("shipping").asText("0"),
            body.path("discount").asText("0"),
            body.path("tax").asText("0"));
    try {
      return shown(201, etsy.direct(() -> etsy.checkout().buy(shop, wanted)));
    } catch (Purchase.Refused refused) {
      throw new Refused(refused.status(), refused.field(), String.valueOf(refused.getMessage()));
    }
  }

  private static Wish wish(JsonNode node) {
    if (!node.has("sku") && !node.has("listingId")) {
      throw new Refused(400, "sku", "name what to buy by sku or listingId");
    }
    return new Wish(
        node.has("sku") ? node.get("sku").asText() : null,
        node.has("listingId") ? Long.valueOf(node.get("listingId").asLong()) : null,
        node.path("quantity").asInt(1));
  }

  private Receipt find(Request request) {
    String id = request.variable("id");
    return etsy.direct(() -> etsy.receipts().find(id))
        .orElseThrow(() -> new Refused(404, "id", "no receipt " + id));
  }

  private Response change(Request request, BiFunction<Receipts, Receipt, Optional<Receipt>> what) {
    Receipt before = find(request);
    return etsy.direct(
            () ->
                what.apply(
                    etsy.receipts(), etsy.receipts().find(request.variable("id")).orElse(before)))
        .map(changed -> shown(200, changed))
        .orElseThrow(() -> new Refused(409, "id", "the receipt's state is " + before.status()));
  }

  private Response cancel(Request request) {
    ObjectNode body = cancel.read(request);
    boolean gone = body.path("gone").asBoolean(false);
    boolean silent = body.path("silent").asBoolean(gone);
    return change(request, (receipts, receipt) -> receipts.cancel(receipt, gone, silent));
  }

  /** All that is left if no amount is given. */
  private Response refund(Request request) {
    ObjectNode body = refund.read(request);
    String reason = body.path("reason").asText("damaged");
    return change(
        request,
        (receipts, receipt) -> {
          String left =
              new BigDecimal(receipt.grandTotal().decimal())
                  .subtract(new BigDecimal(receipt.refunded().decimal()))
                  .toPlainString();
          BigDecimal amount = new BigDecimal(body.path("amount").asText(left));
          Money money = Money.of(amount, receipt.shipping().currency());
          return receipts.refund(receipt, money, reason);
        });
  }

  private Response shown(int status, Receipt receipt) {
    return Response.json(status, etsy.show(receipt));
  }

  private Response ledger(Request request) {
    Map<String, String> query = request.query();
    Shop shop = shop(etsy, Optional.ofNullable(query.get("shopId")));
    return Response.json(200, etsy.ledger(shop));
  }
}
