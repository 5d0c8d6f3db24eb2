package kontor.sandbox.amazon.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** A call that Amazon does not carry out, with the errors that say why. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<ObjectNode> errors;

  Refusal(int status, List<ObjectNode> errors) {
    super(status + " " + errors, null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The errors as the body's {@code errors}. */
  public ArrayNode errors() {
    ArrayNode array = Json.object().arrayNode();
    errors.forEach(array::add);
    return array;
  }

  Response response() {
    ObjectNode body = Json.object();
    body.set("errors", errors());
    return Response.json(status, body);
  }
}
