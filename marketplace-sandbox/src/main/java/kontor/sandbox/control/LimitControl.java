package kontor.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.Ebay;
import kontor.sandbox.ebay.Limits;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** How much a program may call eBay. */
final class LimitControl {

  private final Input limits = Input.of("limits");
  private final Ebay ebay;

  LimitControl(Ebay ebay) {
    this.ebay = ebay;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/ebay/limits", "limits", r -> Response.json(200, ebay.limits().numbers())),
        Route.of("POST", "/ebay/limits", "setLimits", this::limit));
  }

  private Response limit(Request request) {
    ObjectNode body = (ObjectNode) Json.tree(ebay.limits().numbers());
    body.setAll(limits.read(request));
    ebay.limits().use(Json.value(body, Limits.Numbers.class));
    return Response.json(200, body);
  }
}
