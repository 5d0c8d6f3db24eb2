package kontor.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kontor.sandbox.faults.Fault;
import kontor.sandbox.faults.Faults;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.http.Route;

/** What goes wrong at a marketplace: faults are set, shown and taken away. */
final class FaultControl {

  private final Input fault = Input.of("fault");
  private final String prefix;
  private final Faults faults;
  private final List<String> operations;
  private final Set<Fault.Kind> notHere;
  private final Clock clock;

  /** The desk of the marketplace whose paths begin with {@code prefix}, such as {@code /ebay}. */
  FaultControl(
      String prefix, Faults faults, List<String> operations, Set<Fault.Kind> notHere, Clock clock) {
    this.notHere = Set.copyOf(notHere);
    this.prefix = prefix;
    this.faults = faults;
    this.operations = operations;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", prefix + "/faults", "addFault", this::add),
        Route.of("GET", prefix + "/faults", "faults", r -> all()),
        Route.of("DELETE", prefix + "/faults", "clearFaults", r -> clear()),
        Route.of("DELETE", prefix + "/faults/{id}", "removeFault", this::remove));
  }

  private Response add(Request request) {
    ObjectNode body = fault.read(request);
    String operation = body.get("operation").asText();
    if (!operation.equals("*") && !operations.contains(operation)) {
      throw new Refused(400, "operation", "* or one of " + operations);
    }
    Fault.Kind kind = Fault.Kind.valueOf(body.get("kind").asText());
    if (notHere.contains(kind)) {
      throw new Refused(400, "kind", "does not happen at this marketplace: " + kind);
    }
    boolean failure = kind == Fault.Kind.ERROR || kind == Fault.Kind.UNAVAILABLE;
    Optional<Instant> until = Control.duration(body, "duration").map(clock.instant()::plus);
    Integer once = until.isPresent() ? null : 1;
    Fault added =
        new Fault(
            UUID.randomUUID().toString(),
            operation,
            kind,
            body.path("stored").asBoolean(!failure),
            body.has("times") ? Integer.valueOf(body.get("times").asInt()) : once,
            until.orElse(null),
            body.path("every").asInt(1),
            Control.duration(body, "delay").orElse(null),
            Control.duration(body, "retryAfter").orElse(null),
            body.has("account") ? body.get("account").asText() : null,
            body.has("applied") ? Integer.valueOf(body.get("applied").asInt()) : null);
    faults.add(added);
    return Response.json(201, added);
  }

  private Response all() {
    return Response.json(200, Map.of("items", faults.all()));
  }

  private Response clear() {
    faults.clear();
    return Response.empty(204);
  }

  private Response remove(Request request) {
    if (!faults.remove(request.variable("id"))) {
      throw new Refused(404, "id", "no such fault, or it is over");
    }
    return Response.empty(204);
  }
}
