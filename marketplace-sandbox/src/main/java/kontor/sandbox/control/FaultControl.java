package kontor.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.Ebay;
import kontor.sandbox.ebay.Limits.Numbers;
import kontor.sandbox.faults.Fault;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** What goes wrong, and how much a program may call. */
final class FaultControl {

  private final Input fault = Input.of("fault");
  private final Input limits = Input.of("limits");
  private final Ebay ebay;
  private final Clock clock;

  FaultControl(Ebay ebay, Clock clock) {
    this.ebay = ebay;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/ebay/faults", "addFault", this::add),
        Route.of("GET", "/ebay/faults", "faults", r -> all()),
        Route.of("DELETE", "/ebay/faults", "clearFaults", r -> clear()),
        Route.of("DELETE", "/ebay/faults/{id}", "removeFault", this::remove),
        Route.of("GET", "/ebay/limits", "limits", r -> Response.json(200, ebay.limits().numbers())),
        Route.of("POST", "/ebay/limits", "setLimits", this::limit));
  }

  private Response add(Request request) {
    ObjectNode body = fault.read(request);
    String operation = body.get("operation").asText();
    if (!operation.equals("*") && !ebay.operations().contains(operation)) {
      throw new Refused(400, "operation", "* or one of " + ebay.operations());
    }
    Optional<Instant> until = Control.duration(body, "duration").map(clock.instant()::plus);
    Integer once = until.isPresent() ? null : 1;
    Fault added =
        new Fault(
            UUID.randomUUID().toString(),
            operation,
            Fault.Kind.valueOf(body.get("kind").asText()),
            body.path("stored").asBoolean(!body.get("kind").asText().equals("ERROR")),
            body.has("times") ? Integer.valueOf(body.get("times").asInt()) : once,
            until.orElse(null),
            body.path("every").asInt(1),
            Control.duration(body, "delay").orElse(null),
            Control.duration(body, "retryAfter").orElse(null));
    ebay.faults().add(added);
    return Response.json(201, added);
  }

  private Response all() {
    return Response.json(200, Map.of("items", ebay.faults().all()));
  }

  private Response clear() {
    ebay.faults().clear();
    return Response.empty(204);
  }

  private Response remove(Request request) {
    if (!ebay.faults().remove(request.variable("id"))) {
      throw new Refused(404, "id", "no such fault, or it is over");
    }
    return Response.empty(204);
  }

  private Response limit(Request request) {
    ObjectNode body = (ObjectNode) Json.tree(ebay.limits().numbers());
    body.setAll(limits.read(request));
    ebay.limits().use(Json.value(body, Numbers.class));
    return Response.json(200, body);
  }
}
