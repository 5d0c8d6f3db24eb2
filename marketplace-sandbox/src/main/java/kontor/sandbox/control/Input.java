package kontor.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kontor.sandbox.document.Contract;
import kontor.sandbox.document.Contract.Violation;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;

/** A body of the control API, checked; an empty one is an empty object. */
final class Input {

  private final Contract contract;

  private Input(Contract contract) {
    this.contract = contract;
  }

  static Input of(String definition) {
    return new Input(Contract.load("/kontor/sandbox/control/contracts.json", definition));
  }

  ObjectNode read(Request request) {
    try {
      var node = request.body().isEmpty() ? Json.object() : Json.parse(request.body());
      List<Violation> wrong = contract.check(node);
      if (!wrong.isEmpty()) {
        throw new Refused(400, wrong);
      }
      return (ObjectNode) node;
    } catch (JsonProcessingException e) {
      throw new Refused(400, "body", "not JSON: " + e.getOriginalMessage());
    }
  }
}
