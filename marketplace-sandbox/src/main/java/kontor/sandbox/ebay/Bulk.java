package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/** The answers to the parts of a bulk call: 200 if all went well, 207 if not. */
final class Bulk {

  private final List<ObjectNode> answers = new ArrayList<>();
  private boolean failed;

  /** Does one part; {@code answer} names the part and receives its outcome. */
  void part(ObjectNode answer, Supplier<ObjectNode> work) {
    try {
      answer.setAll(work.get());
    } catch (Refusal refusal) {
      failed = true;
      answer.put("statusCode", refusal.status()).set("errors", refusal.errors());
    }
    answer.withArray("/errors");
    answer.withArray("/warnings");
    answers.add(answer);
  }

  Response response() {
    return Response.json(failed ? 207 : 200, Map.of("responses", answers));
  }

  /** An answer that names its part by these fields, as far as the part has them. */
  static ObjectNode naming(JsonNode part, String... fields) {
    ObjectNode answer = Json.object();
    for (String field : fields) {
      if (part.path(field).isTextual()) {
        answer.set(field, part.get(field));
      }
    }
    return answer;
  }
}
