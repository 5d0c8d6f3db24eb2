package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The calls on the places that the seller ships from. */
final class LocationCalls {

  private static final int MAX_KEY = 36;

  private final Body location = Body.of("location", Problem.INVALID_VALUE);
  private final Shelf shelf;

  LocationCalls(Shelf shelf) {
    this.shelf = shelf;
  }

  /** POST /location/{merchantLocationKey}. */
  Response create(Request request) {
    String key = request.variable("merchantLocationKey");
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw Problem.INVALID_VALUE.refuse("1 to 36 characters", "merchantLocationKey", key);
    }
    ObjectNode body = location.read(request).deepCopy();
    if (shelf.locations.get(key).isPresent()) {
      throw Problem.LOCATION_EXISTS.refuse(key, "merchantLocationKey", key);
    }
    body.put("merchantLocationKey", key);
    if (!body.has("merchantLocationStatus")) {
      body.put("merchantLocationStatus", "ENABLED");
    }
    shelf.locations.put(key, body);
    return Response.empty(204);
  }

  /** POST /location/{merchantLocationKey}/enable. */
  Response enable(Request request) {
    return status(request, "ENABLED");
  }

  /** POST /location/{merchantLocationKey}/disable. */
  Response disable(Request request) {
    return status(request, "DISABLED");
  }

  private Response status(Request request, String status) {
    ObjectNode changed = find(request).deepCopy();
    String key = changed.get("merchantLocationKey").asText();
    shelf.locations.put(key, changed.put("merchantLocationStatus", status));
    return Response.json(200, Json.object());
  }

  private ObjectNode find(Request request) {
    String key = request.variable("merchantLocationKey");
    return shelf
        .locations
        .get(key)
        .orElseThrow(() -> Problem.NOT_FOUND.refuse(key, "merchantLocationKey", key));
  }

  /** GET /location/{merchantLocationKey}. */
  Response get(Request request) {
    return Response.json(200, find(request));
  }

  /** GET /location. */
  Response list(Request request) {
    int limit = Paging.number(request, "limit", 100, 1, 100, Problem.INVALID_VALUE);
    int offset = Paging.number(request, "offset", 0, 0, 1_000_000, Problem.INVALID_VALUE);
    List<ObjectNode> all = shelf.locations.all();
    ObjectNode body = Json.object().put("total", all.size()).put("limit", limit);
    body.put("offset", offset);
    Paging.link(body, "href", request, limit, offset);
    if (offset + limit < all.size()) {
      Paging.link(body, "next", request, limit, offset + limit);
    }
    var shown = body.putArray("locations");
    all.stream().skip(offset).limit(limit).forEach(shown::add);
    return Response.json(200, body);
  }
}
