package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The calls that read orders. The pages are cut from the live list, newest order first. */
final class OrderCalls {

  private static final Pattern ORDER_ID = Pattern.compile("[0-9]{2}-[0-9]{5}-[0-9]{5}");
  private static final int MAX_IDS = 50;

  private final Orders orders;

  OrderCalls(Orders orders) {
    this.orders = orders;
  }

  /** GET /order: here the offset counts orders. */
  Response list(Request request) {
    checkFieldGroups(request);
    Optional<String> ids = request.parameter("orderIds");
    if (ids.isPresent()) {
      return byIds(request, List.of(ids.get().split(",")));
    }
    int limit = Paging.number(request, "limit", 50, 1, 200, Problem.LIMIT);
    int offset = Paging.number(request, "offset", 0, 0, 10_000_000, Problem.OFFSET);
    String filter = request.parameter("filter").orElse("");
    var wanted = OrderFilter.parse(filter, orders.now());
    List<SoldOrder> all = orders.newestFirst().stream().filter(wanted).toList();
    return Response.json(200, page(request, all, limit, offset));
  }

  private Response byIds(Request request, List<String> ids) {
    if (ids.size() > MAX_IDS) {
      throw Problem.TOO_MANY_IDS.refuse("at most 50", "orderIds", Integer.toString(ids.size()));
    }
    List<SoldOrder> all = ids.stream().map(OrderCalls::checked).flatMap(this::stream).toList();
    return Response.json(200, page(request, all, MAX_IDS, 0));
  }

  private Stream<SoldOrder> stream(String id) {
    return orders.find(id).stream();
  }

  private static ObjectNode page(Request request, List<SoldOrder> all, int limit, int offset) {
    ObjectNode body = Json.object();
    Paging.link(body, "href", request, limit, offset);
    body.put("total", all.size()).put("limit", limit).put("offset", offset);
    if (offset + limit < all.size()) {
      Paging.link(body, "next", request, limit, offset + limit);
    }
    if (offset > 0) {
      Paging.link(body, "prev", request, limit, Math.max(0, offset - limit));
    }
    var shown = body.putArray("orders");
    all.stream()
        .skip(offset)
        .limit(limit)
        .forEach(order -> shown.add(OrderDocument.show(order, List.of())));
    return body;
  }

  /** GET /order/{orderId}. */
  Response get(Request request) {
    checkFieldGroups(request);
    SoldOrder order = find(request);
    return Response.json(200, OrderDocument.show(order, orders.cancelCases(order)));
  }

  /** The order that the path names. */
  SoldOrder find(Request request) {
    String id = checked(request.variable("orderId"));
    return orders.find(id).orElseThrow(() -> Problem.NO_SUCH_ORDER.refuse(id, "orderId", id));
  }

  private static String checked(String id) {
    if (!ORDER_ID.matcher(id).matches()) {
      throw Problem.ORDER_ID.refuse(id, "orderId", id);
    }
    return id;
  }

  private static void checkFieldGroups(Request request) {
    String group = request.parameter("fieldGroups").orElse("TAX_BREAKDOWN");
    if (!group.equals("TAX_BREAKDOWN")) {
      throw Problem.FIELD_GROUP.refuse(group, "fieldGroups", group);
    }
  }
}
