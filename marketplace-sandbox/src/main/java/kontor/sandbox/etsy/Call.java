package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/**
 * A call that was let in.
 *
 * @param query the parameters by their types
 * @param body the checked fields, of a form or of JSON; empty if the operation takes none
 * @param file what was uploaded with it
 */
record Call(
    Shop shop, Request request, ObjectNode query, ObjectNode body, Optional<Form.NamedFile> file) {

  /** A number in the path. */
  long id(String variable) {
    String text = request.variable(variable);
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw Problem.INVALID.say(variable + ": not a positive number: " + text);
    }
    return Long.parseLong(text);
  }

  /** A page of {@code all}, by {@code limit} and {@code offset}: {@code {count, results}}. */
  Response page(List<? extends JsonNode> all) {
    int offset = Math.min(all.size(), query.path("offset").asInt(0));
    int end = Math.min(all.size(), offset + query.path("limit").asInt(25));
    ObjectNode answer = Json.object().put("count", all.size());
    all.subList(offset, end).forEach(answer.putArray("results")::add);
    return Response.json(200, answer);
  }

  /** All of them as {@code {count, results}}. */
  static Response all(List<? extends JsonNode> all) {
    ObjectNode answer = Json.object().put("count", all.size());
    all.forEach(answer.putArray("results")::add);
    return Response.json(200, answer);
  }
}
