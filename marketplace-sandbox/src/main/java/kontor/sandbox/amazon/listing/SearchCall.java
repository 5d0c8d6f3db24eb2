package kontor.sandbox.amazon.listing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import kontor.sandbox.amazon.gate.Call;
import kontor.sandbox.amazon.gate.Operation;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/**
 * searchListingsItems: filters, sorting and pages. At most 1,000 items can be paged to, whatever
 * the number found: not a means to read a whole catalogue.
 */
public final class SearchCall {

  static final int REACHABLE = 1_000;

  private final Listings listings;
  private final ItemDocument document;

  public SearchCall(Listings listings) {
    this.listings = listings;
    this.document = new ItemDocument(listings);
  }

  /** The operation. */
  public List<Operation> operations() {
    String path = "/listings/2021-08-01/items/{sellerId}";
    return List.of(Operation.of("searchListingsItems", "GET", path, this::search));
  }

  private Response search(Call call) {
    int size = call.query().path("pageSize").asInt(10);
    String bound = call.parameter("identifiers") + "|" + call.query().path("withStatus");
    int from = call.parameter("pageToken").map(token -> offset(token, bound)).orElse(0);
    List<Listing> found =
        listings.of(call.sellerId()).stream()
            .filter(new SearchFilter(call, listings)::admits)
            .sorted(order(call))
            .toList();
    int reachable = Math.min(found.size(), REACHABLE);
    int to = Math.min(from + size, reachable);
    ObjectNode body = Json.object().put("numberOfResults", found.size());
    ArrayNode items = body.putArray("items");
    found.subList(Math.min(from, to), to).stream()
        .map(listing -> document.show(listing, call.list("includedData")))
        .forEach(items::add);
    ObjectNode pages = body.putObject("pagination");
    if (to < reachable) {
      pages.put("nextToken", token(to, bound));
    }
    if (from > 0) {
      pages.put("previousToken", token(Math.max(0, from - size), bound));
    }
    return Response.json(200, body);
  }

  private static Comparator<Listing> order(Call call) {
    Comparator<Listing> order =
        switch (call.parameter("sortBy").orElse("lastUpdatedDate")) {
          case "sku" -> Comparator.comparing(Listing::sku);
          case "createdDate" -> Comparator.comparing(Listing::created);
          default -> Comparator.comparing(Listing::updated);
        };
    boolean ascending = call.parameter("sortOrder").orElse("DESC").equals("ASC");
    return (ascending ? order : order.reversed()).thenComparing(Listing::sku);
  }

  private static String token(int offset, String bound) {
    String text = offset + "|" + bound.hashCode();
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int offset(String token, String bound) {
    try {
      String[] parts =
          new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split("\\|");
      if (parts.length == 2
          && parts[0].matches("\\d{1,9}")
          && parts[1].equals(Integer.toString(bound.hashCode()))) {
        return Integer.parseInt(parts[0]);
      }
    } catch (IllegalArgumentException e) {
      // refused below
    }
    throw Problem.INVALID_INPUT.refuse("pageToken: not one of this search");
  }
}
