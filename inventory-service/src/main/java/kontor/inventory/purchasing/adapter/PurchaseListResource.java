package kontor.inventory.purchasing.adapter;

import java.util.List;
import java.util.Map;
import kontor.inventory.purchasing.PurchaseSummary;
import kontor.platform.spring.BadRequestException;
import kontor.search.Filter;
import kontor.search.SearchRequest;
import kontor.search.SearchResult;
import kontor.search.SearchResult.FacetCount;
import kontor.search.SortBy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** All orders to suppliers. */
@RestController
@RequestMapping("/api/admin/purchase-orders")
class PurchaseListResource {

  private final PurchaseFeed feed;
  private final JsonMapper json;

  PurchaseListResource(PurchaseFeed feed, JsonMapper json) {
    this.feed = feed;
    this.json = json;
  }

  /**
   * @param total on all pages
   */
  record Page(
      List<PurchaseSummary> items,
      long total,
      Map<String, List<FacetCount>> facets,
      @Nullable String next) {}

  /**
   * What was changed last comes first.
   *
   * @param status one of the states, in capitals
   */
  @GetMapping
  Page list(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String supplier,
      @RequestParam(required = false) @Nullable String sku,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > SearchRequest.MAX_LIMIT) {
      throw BadRequestException.field("limit", "must be from 1 to " + SearchRequest.MAX_LIMIT);
    }
    SearchRequest.Builder wanted =
        SearchRequest.builder()
            .facet("status")
            .facet("supplier")
            .sort(SortBy.descending("changedAt"))
            .limit(limit);
    filter(wanted, "status", status);
    filter(wanted, "supplier", supplier);
    filter(wanted, "sku", sku);
    if (cursor != null) {
      wanted.cursor(cursor);
    }
    return page(search(wanted.build()));
  }

  private SearchResult search(SearchRequest request) {
    try {
      return feed.index().search(request);
    } catch (IllegalArgumentException e) {
      throw BadRequestException.field("cursor", String.valueOf(e.getMessage()));
    }
  }

  private Page page(SearchResult found) {
    List<PurchaseSummary> items =
        found.hits().stream()
            .map(hit -> json.readValue(hit.text(), PurchaseSummary.class))
            .toList();
    return new Page(items, found.total(), found.facets(), found.next().orElse(null));
  }

  private static void filter(SearchRequest.Builder wanted, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      wanted.filter(Filter.term(field, value));
    }
  }
}
