package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.CancelCase.By;
import kontor.sandbox.ebay.CancelCase.State;
import kontor.sandbox.ebay.SoldOrder.Payment;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The Post-Order API's calls on cancellations: of whole orders only, before they are shipped. */
final class CancelCalls {

  private final Body create = Body.of("createCancellation", Problem.CANCEL_INPUT);
  private final Body order = Body.of("legacyOrder", Problem.CANCEL_INPUT);
  private final Orders orders;
  private final Cancelling cancelling;
  private final HttpSignatures signatures;
  private final Seller seller;

  CancelCalls(Orders orders, Cancelling cancelling, HttpSignatures signatures, Seller seller) {
    this.orders = orders;
    this.cancelling = cancelling;
    this.signatures = signatures;
    this.seller = seller;
  }

  /** POST /cancellation/check_eligibility. */
  Response eligibility(Request request) {
    SoldOrder asked = find(order.read(request));
    boolean eligible = cancelling.eligible(asked);
    ObjectNode shown = Json.object().put("eligible", eligible);
    shown.put("legacyOrderId", asked.orderId());
    shown.put("eligibilityStatus", eligible ? "ELIGIBLE" : "NOT_ELIGIBLE");
    return Response.json(200, shown);
  }

  /** POST /cancellation: a paid order's buyer gets his money back. */
  Response create(Request request) {
    signatures.check(request, seller);
    ObjectNode body = create.read(request);
    SoldOrder asked = find(body);
    if (!cancelling.eligible(asked)) {
      throw Problem.NOT_ELIGIBLE.refuse("shipped, cancelled or being cancelled");
    }
    CancelCase made = cancelling.ask(asked, By.SELLER, body.get("cancelReason").asText());
    return Response.json(201, Json.object().put("cancelId", made.cancelId()));
  }

  /** POST /cancellation/{cancelId}/approve: the seller grants a buyer's wish. */
  Response approve(Request request) {
    signatures.check(request, seller);
    CancelCase asked = open(request);
    cancelling.approve(asked);
    return Response.empty(200);
  }

  /** POST /cancellation/{cancelId}/reject. */
  Response reject(Request request) {
    CancelCase asked = open(request);
    cancelling.reject(orders.find(asked.orderId()).orElseThrow());
    return Response.empty(200);
  }

  /** GET /cancellation/{cancelId}. */
  Response get(Request request) {
    return Response.json(200, Json.object().set("cancelDetail", show(known(request))));
  }

  /** GET /cancellation/search?legacy_order_id=, newest first. */
  Response search(Request request) {
    Optional<String> wanted = request.parameter("legacy_order_id");
    List<ObjectNode> found =
        orders.newestFirst().stream()
            .filter(one -> wanted.isEmpty() || wanted.get().equals(one.orderId()))
            .flatMap(one -> cancelling.of(one.orderId()).stream())
            .map(this::show)
            .toList();
    return Response.json(200, PostOrderPage.cut(request, "cancellations", found));
  }

  private SoldOrder find(ObjectNode body) {
    String id = body.get("legacyOrderId").asText();
    return orders
        .find(id)
        .orElseThrow(() -> Problem.CANCEL_INPUT.refuse("no such order", "legacyOrderId", id));
  }

  private CancelCase open(Request request) {
    CancelCase asked = known(request);
    if (asked.state() != State.REQUESTED) {
      throw Problem.NOT_OPEN.refuse(asked.state().name(), "cancelId", asked.cancelId());
    }
    return asked;
  }

  private CancelCase known(Request request) {
    String id = request.variable("cancelId");
    return cancelling
        .find(id)
        .filter(one -> orders.find(one.orderId()).isPresent())
        .orElseThrow(() -> Problem.NO_SUCH_CANCELLATION.refuse(id, "cancelId", id));
  }

  private ObjectNode show(CancelCase one) {
    boolean paid =
        orders.find(one.orderId()).filter(o -> o.payment() != Payment.PENDING).isPresent();
    ObjectNode shown = Json.object().put("cancelId", one.cancelId());
    shown.put("legacyOrderId", one.orderId()).put("requestorType", one.by().name());
    shown.put("cancelReason", one.reason()).put("cancelState", state(one));
    shown.put("cancelStatus", status(one, paid));
    shown.putObject("cancelRequestDate").put("value", OrderDocument.time(one.asked()));
    if (one.decided() != null && !one.open()) {
      shown.putObject("cancelCloseDate").put("value", OrderDocument.time(one.decided()));
    }
    return shown;
  }

  private static String state(CancelCase one) {
    return switch (one.state()) {
      case REQUESTED -> "APPROVAL_PENDING";
      case PROCESSING -> "REFUND_PENDING";
      default -> "CLOSED";
    };
  }

  private static String status(CancelCase one, boolean paid) {
    return switch (one.state()) {
      case REQUESTED -> "CANCEL_REQUESTED";
      case PROCESSING -> "CANCEL_PENDING";
      case REJECTED -> "CANCEL_REJECTED";
      case WITHDRAWN -> "CANCEL_CLOSED_UNKNOWN_REFUND";
      case COMPLETED -> paid ? "CANCEL_CLOSED_WITH_REFUND" : "CANCEL_CLOSED_NO_REFUND";
    };
  }
}
