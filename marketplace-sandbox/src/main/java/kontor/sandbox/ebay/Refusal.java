package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** A call that eBay refuses, with its errors. Thrown before anything is changed. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<ObjectNode> errors;

  Refusal(int status, List<ObjectNode> errors) {
    super(status + " " + errors, null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  Refusal(int status, ObjectNode error) {
    this(status, List.of(error));
  }

  int status() {
    return status;
  }

  ArrayNode errors() {
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
