package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.AfterSale.Part;
import kontor.sandbox.ebay.AfterSale.Refund;
import kontor.sandbox.ebay.AfterSale.Status;
import kontor.sandbox.ebay.SoldOrder.Line;
import kontor.sandbox.ebay.SoldOrder.Payment;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Store;

/** The call that pays back: eBay takes note of it and does it later. */
final class RefundCalls {

  private static final Duration LATEST = Duration.ofDays(90);

  private final Body body = Body.of("issueRefund", Problem.REFUND_INPUT);
  private final Orders orders;
  private final Settling settling;
  private final HttpSignatures signatures;
  private final Seller seller;
  private final Store store;

  RefundCalls(
      Orders orders, Settling settling, HttpSignatures signatures, Seller seller, Store store) {
    this.orders = orders;
    this.settling = settling;
    this.signatures = signatures;
    this.seller = seller;
    this.store = store;
  }

  /** POST /order/{orderId}/issue_refund. */
  Response issue(Request request) {
    signatures.check(request, seller);
    String id = request.variable("orderId");
    SoldOrder order =
        orders.find(id).orElseThrow(() -> Problem.REFUND_NO_ORDER.refuse(id, "orderId", id));
    ObjectNode wanted = body.read(request);
    if (wanted.has("refundItems") == wanted.has("orderLevelRefundAmount")) {
      throw Problem.REFUND_ONE_OF.refuse("");
    }
    List<Part> parts = parts(order, wanted.path("refundItems"));
    Amount amount =
        parts.isEmpty()
            ? amount(order, wanted.get("orderLevelRefundAmount"))
            : parts.stream().map(Part::amount).reduce(Amount::plus).orElseThrow();
    allow(order);
    fit(order, amount, parts);
    Refund refund = refund(wanted, amount, parts);
    orders.put(order.with(order.after().with(refund), orders.now()));
    settling.later(order.orderId(), refund.refundId());
    return Response.json(
        200, Json.object().put("refundId", refund.refundId()).put("refundStatus", "PENDING"));
  }

  private Refund refund(ObjectNode wanted, Amount amount, List<Part> parts) {
    return new Refund(
        Long.toString(5_900_000_000L + store.next("ebay-refund")),
        orders.now(),
        Status.PENDING,
        wanted.get("reasonForRefund").asText(),
        wanted.path("comment").asText(""),
        amount,
        parts);
  }

  private static List<Part> parts(SoldOrder order, JsonNode items) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode item : items) {
      String id = item.get("lineItemId").asText();
      if (order.lines().stream().noneMatch(line -> line.lineItemId().equals(id))) {
        throw Problem.REFUND_NO_ITEM.refuse(id, "lineItemId", id);
      }
      parts.add(new Part(id, amount(order, item.get("refundAmount"))));
    }
    return parts;
  }

  private static Amount amount(SoldOrder order, JsonNode told) {
    Amount amount = Amount.read(told);
    if (!amount.positive()) {
      throw Problem.REFUND_AMOUNT.refuse(amount.value(), "amount", amount.value());
    }
    if (!amount.currency().equals(order.currency())) {
      throw Problem.REFUND_CURRENCY.refuse(amount.currency(), "currency", amount.currency());
    }
    return amount;
  }

  private void allow(SoldOrder order) {
    if (order.payment() == Payment.PENDING) {
      throw Problem.REFUND_UNPAID.refuse("");
    }
    if (order.after().caseOpen()) {
      throw Problem.REFUND_CASE.refuse("");
    }
    if (order.after().pending()) {
      throw Problem.REFUND_PENDING.refuse("");
    }
    if (order.payment() == Payment.FULLY_REFUNDED) {
      throw Problem.REFUND_DONE.refuse("");
    }
    Instant now = orders.now();
    if (order.created().plus(LATEST).isBefore(now)) {
      throw Problem.REFUND_TOO_LATE.refuse("sold more than 90 days ago");
    }
  }

  private static void fit(SoldOrder order, Amount amount, List<Part> parts) {
    for (Part part : parts) {
      String id = part.lineItemId();
      Line line =
          order.lines().stream().filter(l -> l.lineItemId().equals(id)).findFirst().orElseThrow();
      Amount rest = order.totalOf(line).minus(order.after().returnedOf(id, order.currency()));
      if (part.amount().moreThan(rest)) {
        throw Problem.REFUND_ITEM_TOO_MUCH.refuse(rest.value() + " is left", "lineItemId", id);
      }
    }
    if (amount.moreThan(order.left())) {
      throw Problem.REFUND_TOO_MUCH.refuse(order.left().value() + " is left");
    }
  }
}
