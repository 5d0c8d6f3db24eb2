package kontor.order.orderlist.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.access.Caller;
import kontor.access.web.ServletAccessFilter;
import kontor.contracts.OrderId;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.Orders;
import kontor.platform.spring.BadRequestException;
import kontor.search.Filter;
import kontor.search.SearchRequest;
import kontor.search.SearchResult;
import kontor.search.SearchResult.FacetCount;
import kontor.search.SortBy;
import kontor.search.TextSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Orders to look at: a buyer's own, live, and all of them for the manager. */
@RestController
class OrderResource {

  private final Orders orders;
  private final OrderFeed feed;
  private final JsonMapper json;

  OrderResource(Orders orders, OrderFeed feed, JsonMapper json) {
    this.orders = orders;
    this.feed = feed;
    this.json = json;
  }

  /**
   * @param total on all pages
   */
  record Page(
      List<OrderSummary> items,
      long total,
      Map<String, List<FacetCount>> facets,
      @Nullable String next) {}

  /** The buyer's own order; for anybody else there is none. */
  @GetMapping("/api/shop/orders/{id}")
  OrderSummary own(@PathVariable OrderId id, HttpServletRequest request) {
    return OrderSummary.of(find(id, ServletAccessFilter.caller(request)));
  }

  /**
   * The order's states as server-sent events named {@code order}, the present one first; the stream
   * ends when it is known whether the order was taken.
   */
  @GetMapping(path = "/api/shop/orders/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter follow(@PathVariable OrderId id, HttpServletRequest request) {
    Caller caller = ServletAccessFilter.caller(request);
    return new OrderStream(id, feed).start(() -> OrderSummary.of(find(id, caller)));
  }

  /**
   * All orders, newest first.
   *
   * @param q words of the number, the marketplace's id or the articles' titles
   * @param status one of the states, in capitals
   * @param customer id of the buyer
   */
  @GetMapping("/api/admin/orders")
  Page list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String sku,
      @RequestParam(required = false) @Nullable String customer,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > SearchRequest.MAX_LIMIT) {
      throw BadRequestException.field("limit", "must be from 1 to " + SearchRequest.MAX_LIMIT);
    }
    SearchRequest.Builder wanted =
        SearchRequest.builder()
            .facet("status")
            .facet("channel")
            .sort(SortBy.descending("placedAt"))
            .limit(limit);
    filter(wanted, "status", status);
    filter(wanted, "channel", channel);
    filter(wanted, "sku", sku);
    filter(wanted, "customer", customer);
    if (!q.isBlank()) {
      wanted.text(new TextSearch(q, Locale.GERMAN, Map.of("text", 1f)));
    }
    if (cursor != null) {
      wanted.cursor(cursor);
    }
    return page(search(wanted.build()));
  }

  @GetMapping("/api/admin/orders/{id}")
  OrderSummary any(@PathVariable OrderId id) {
    Order order = orders.find(id);
    if (order instanceof Order.Absent) {
      throw BadRequestException.notFound("there is no order " + id);
    }
    return OrderSummary.of(order);
  }

  private SearchResult search(SearchRequest request) {
    try {
      return feed.index().search(request);
    } catch (IllegalArgumentException e) {
      throw BadRequestException.field("cursor", String.valueOf(e.getMessage()));
    }
  }

  private Page page(SearchResult found) {
    List<OrderSummary> items =
        found.hits().stream()
            .map(hit -> json.readValue(hit.text(), OrderSummary.class))
            .collect(Collectors.toList());
    return new Page(items, found.total(), found.facets(), found.next().orElse(null));
  }

  private static void filter(SearchRequest.Builder wanted, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      wanted.filter(Filter.term(field, value));
    }
  }

  private Order find(OrderId id, Caller caller) {
    Order order = orders.find(id);
    if (order instanceof Order.Absent
        || !Order.placed(order).customer().value().equals(caller.subject())) {
      throw BadRequestException.notFound("you have no order " + id);
    }
    return order;
  }
}
