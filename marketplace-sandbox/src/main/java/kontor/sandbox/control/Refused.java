package kontor.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Contract.Violation;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** A wish of the director that cannot be met, told as RFC 9457 says. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<Violation> errors;

  Refused(int status, List<Violation> errors) {
    super(errors.toString(), null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  Refused(int status, String field, String message) {
    this(status, List.of(new Violation(field, message)));
  }

  Response response() {
    ObjectNode body = Json.object().put("type", "about:blank").put("status", status);
    body.put("title", status == 409 ? "The marketplace does not allow it" : "Not understood");
    body.put("detail", errors.get(0).field() + ": " + errors.get(0).message());
    body.set("errors", Json.tree(errors));
    return Response.json(status, body).with("Content-Type", "application/problem+json");
  }
}
