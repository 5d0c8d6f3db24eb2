package kontor.order.orderlist.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.customer.OrdersOf;
import kontor.order.lifecycle.OrderSummary;
import kontor.search.Filter;
import kontor.search.SearchRequest;
import kontor.search.SearchResult;
import kontor.search.SortBy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Customers' orders from the index of orders. */
@Component
class IndexedOrdersOf implements OrdersOf {

  private final OrderFeed feed;
  private final JsonMapper json;

  IndexedOrdersOf(OrderFeed feed, JsonMapper json) {
    this.feed = feed;
    this.json = json;
  }

  @Override
  public boolean caughtUp() {
    return feed.caughtUp();
  }

  @Override
  public List<OrderId> ids(CustomerId customer) {
    List<OrderId> ids = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      SearchRequest.Builder page = wanted(customer, SearchRequest.MAX_LIMIT);
      next.ifPresent(page::cursor);
      SearchResult found = feed.index().search(page.build());
      found.hits().forEach(hit -> ids.add(new OrderId(hit.id())));
      next = found.next();
    } while (next.isPresent());
    return ids;
  }

  @Override
  public List<OrderSummary> newest(CustomerId customer, int most) {
    return feed.index().search(wanted(customer, most).build()).hits().stream()
        .map(hit -> json.readValue(hit.text(), OrderSummary.class))
        .toList();
  }

  private static SearchRequest.Builder wanted(CustomerId customer, int limit) {
    return SearchRequest.builder()
        .filter(Filter.term("customer", customer.value()))
        .sort(SortBy.descending("placedAt"))
        .limit(limit);
  }
}
