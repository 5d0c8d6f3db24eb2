package kontor.sandbox.amazon.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import kontor.sandbox.amazon.gate.Bent;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.document.Json;
import kontor.sandbox.faults.Fault;
import kontor.sandbox.http.Response;

/** searchOrders and getOrder. */
public final class OrderCalls {

  private static final Duration TOKEN_LIFE = Duration.ofHours(24);
  private static final String PATH = "/orders/2026-01-01/orders";

  private final Orders orders;
  private final Surroundings around;

  public OrderCalls(Orders orders, Surroundings around) {
    this.orders = orders;
    this.around = around;
  }

  /** The operations. */
  public List<Operation> operations() {
    return List.of(
        Operation.of("searchOrders", "GET", PATH, this::search),
        Operation.of("getOrder", "GET", PATH + "/{orderId}", this::get));
  }

  private Response get(Call call) {
    AmazonOrder order =
        orders
            .find(call.variable("orderId"))
            .filter(found -> found.sellerId().equals(call.sellerId()))
            .filter(found -> !found.created().isAfter(orders.shown()))
            .orElseThrow(() -> Problem.NOT_FOUND.refuse("no order " + call.variable("orderId")));
    ObjectNode body = Json.object();
    body.set("order", OrderDocument.show(order, call.list("includedData")));
    return Response.json(200, body);
  }

  private Response search(Call call) {
    Search search = Search.of(call, orders.shown());
    PageToken token = call.parameter("paginationToken").map(PageToken::read).orElse(first(search));
    if (!token.bound().equals(search.bound())) {
      throw Problem.INVALID_INPUT.refuse(
          "paginationToken: the other parameters are not those of the first call");
    }
    if (!token.expires().isAfter(around.now())) {
      throw Problem.INVALID_INPUT.refuse("paginationToken: expired");
    }
    boolean again = Bent.by(Fault.Kind.REPEAT_PAGE, call);
    String after = again ? token.before() : token.after();
    int size = call.query().path("maxResultsPerPage").asInt(100);
    List<AmazonOrder> rest = rest(call, search, token, after);
    List<AmazonOrder> page = rest.subList(0, Math.min(size, rest.size()));
    String last = page.isEmpty() ? after : search.place(page.get(page.size() - 1));
    PageToken next = next(token, last, after);
    boolean more = rest.size() > size;
    if (Bent.by(Fault.Kind.REPEAT_TOKEN, call)) {
      next = token;
      more = true;
    }
    return Response.json(200, body(search, token, call, page, more ? next.text() : ""));
  }

  private PageToken first(Search search) {
    Instant expires = around.after(TOKEN_LIFE);
    Instant upper = search.until().orElse(orders.shown());
    return new PageToken(search.bound(), upper, expires, "", "", "");
  }

  private static PageToken next(PageToken token, String last, String after) {
    String nonce = UUID.randomUUID().toString();
    return new PageToken(token.bound(), token.upper(), token.expires(), last, after, nonce);
  }

  private List<AmazonOrder> rest(Call call, Search search, PageToken token, String after) {
    List<String> places = call.list("marketplaceIds");
    List<String> states = call.list("fulfillmentStatuses");
    List<String> by = call.list("fulfilledBy");
    return orders.of(call.sellerId()).stream()
        .filter(order -> places.isEmpty() || places.contains(order.marketplaceId()))
        .filter(order -> states.isEmpty() || states.contains(order.status()))
        .filter(o -> by.isEmpty() || by.contains(o.byAmazon() ? "AMAZON" : "MERCHANT"))
        .filter(order -> !search.moment(order).isBefore(search.from()))
        .filter(order -> !search.moment(order).isAfter(token.upper()))
        .sorted(Comparator.comparing(search::place))
        .filter(order -> search.place(order).compareTo(after) > 0)
        .toList();
  }

  private static ObjectNode body(
      Search search, PageToken token, Call call, List<AmazonOrder> page, String next) {
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("orders");
    page.forEach(order -> list.add(OrderDocument.show(order, call.list("includedData"))));
    if (Bent.by(Fault.Kind.REPEAT_ORDER, call) && !page.isEmpty()) {
      list.add(list.get(0));
    }
    if (!next.isEmpty()) {
      body.putObject("pagination").put("nextToken", next);
    }
    return body.put(
        search.byUpdate() ? "lastUpdatedBefore" : "createdBefore", token.upper().toString());
  }
}
