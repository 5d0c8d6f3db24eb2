package kontor.order.orderlist.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kontor.access.AccessRefusedException;
import kontor.access.Caller;
import kontor.access.Role;
import kontor.access.web.ServletAccessFilter;
import kontor.order.lifecycle.OrderSummary;
import kontor.platform.spring.BadRequestException;
import kontor.search.Filter;
import kontor.search.SearchRequest;
import kontor.search.SearchResult;
import kontor.search.SortBy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What the signed-in customer ordered. Visitors know their orders by id only. */
@RestController
class OrderHistoryResource {

  private final OrderFeed feed;
  private final JsonMapper json;

  OrderHistoryResource(OrderFeed feed, JsonMapper json) {
    this.feed = feed;
    this.json = json;
  }

  /**
   * @param total on all pages
   */
  record History(List<OrderSummary> items, long total, @Nullable String next) {}

  /** Newest first; an order that was placed just now may be missing for a moment. */
  @GetMapping("/api/shop/orders")
  History history(
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request) {
    Caller caller = ServletAccessFilter.caller(request);
    if (!caller.is(Role.CUSTOMER)) {
      throw AccessRefusedException.forbidden("sign in as a customer");
    }
    if (limit < 1 || limit > SearchRequest.MAX_LIMIT) {
      throw BadRequestException.field("limit", "must be from 1 to " + SearchRequest.MAX_LIMIT);
    }
    SearchRequest.Builder wanted =
        SearchRequest.builder()
            .filter(Filter.term("customer", caller.subject()))
            .sort(SortBy.descending("placedAt"))
            .limit(limit);
    if (cursor != null) {
      wanted.cursor(cursor);
    }
    try {
      SearchResult found = feed.index().search(wanted.build());
      return new History(
          found.hits().stream().map(hit -> json.readValue(hit.text(), OrderSummary.class)).toList(),
          found.total(),
          found.next().orElse(null));
    } catch (IllegalArgumentException e) {
      throw BadRequestException.field("cursor", String.valueOf(e.getMessage()));
    }
  }
}
