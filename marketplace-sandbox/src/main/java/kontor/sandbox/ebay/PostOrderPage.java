package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;

/** A page of the Post-Order API: the offset counts entries. */
final class PostOrderPage {

  private PostOrderPage() {}

  static ObjectNode cut(Request request, String field, List<ObjectNode> all) {
    int limit = Paging.number(request, "limit", 25, 1, 200, Problem.SEARCH_INPUT);
    int offset = Paging.number(request, "offset", 0, 0, 1_000_000, Problem.SEARCH_INPUT);
    ObjectNode page = Json.object();
    all.stream().skip(offset).limit(limit).forEach(page.putArray(field)::add);
    page.put("total", all.size());
    ObjectNode numbers = page.putObject("paginationOutput").put("limit", limit);
    numbers.put("offset", offset).put("totalEntries", all.size());
    numbers.put("totalPages", (all.size() + limit - 1) / limit);
    return page;
  }
}
