package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The Post-Order API's calls that read returns. */
final class ReturnCalls {

  private final Returns returns;

  ReturnCalls(Returns returns) {
    this.returns = returns;
  }

  /** GET /return/search, newest first; by when they were opened. */
  Response search(Request request) {
    Instant from = moment(request, "creation_date_range_from", Instant.EPOCH);
    Instant to = moment(request, "creation_date_range_to", Instant.MAX);
    List<ObjectNode> found =
        returns.newestFirst().stream()
            .filter(one -> !one.opened().isBefore(from) && !one.opened().isAfter(to))
            .map(ReturnCalls::summary)
            .toList();
    return Response.json(200, PostOrderPage.cut(request, "members", found));
  }

  /** GET /return/{returnId}. */
  Response get(Request request) {
    String id = request.variable("returnId");
    ReturnCase found =
        returns.find(id).orElseThrow(() -> Problem.NO_SUCH_RETURN.refuse(id, "returnId", id));
    ObjectNode shown = Json.object().set("summary", summary(found));
    shown.putObject("detail").put("orderId", found.orderId());
    return Response.json(200, shown);
  }

  private static Instant moment(Request request, String name, Instant byDefault) {
    String text = request.parameter(name).orElse("");
    try {
      return text.isEmpty() ? byDefault : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.SEARCH_INPUT.refuse(text, name, text);
    }
  }

  /** A return's line is told by listing and transaction, as in the older interfaces. */
  private static ObjectNode summary(ReturnCase one) {
    ObjectNode shown = Json.object().put("returnId", one.returnId());
    shown.put("orderId", one.orderId()).put("state", one.closed() ? "CLOSED" : "RETURN_REQUESTED");
    ObjectNode creation = shown.putObject("creationInfo").put("reason", one.reason());
    creation.putObject("creationDate").put("value", OrderDocument.time(one.opened()));
    ObjectNode item = creation.putObject("item").put("itemId", one.listingId());
    item.put("transactionId", one.lineItemId()).put("returnQuantity", one.quantity());
    return shown;
  }
}
