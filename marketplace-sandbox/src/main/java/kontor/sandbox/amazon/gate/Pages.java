package kontor.sandbox.amazon.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/**
 * Pages of feeds and reports. The first call names the types; the token stands alone and repeats
 * what the first call asked for.
 */
public final class Pages {

  private static final String TOKEN = "nextToken";

  private Pages() {}

  /** Whether a list wants an entry of this type and time. */
  public static boolean wants(Call call, String typesName, String type, Instant created) {
    List<String> types = types(call, typesName);
    return types.contains(type)
        && call.moment("createdSince").map(since -> !created.isBefore(since)).orElse(true)
        && call.moment("createdUntil").map(until -> !created.isAfter(until)).orElse(true);
  }

  private static List<String> types(Call call, String name) {
    Optional<String> token = call.parameter(TOKEN);
    if (token.isEmpty()) {
      if (!call.query().has(name)) {
        throw Problem.INVALID_INPUT.refuse(name + " or " + TOKEN + ": is missing");
      }
      return call.list(name);
    }
    if (call.request().query().size() > 1) {
      throw Problem.INVALID_INPUT.refuse(TOKEN + ": goes without other parameters");
    }
    return List.of(read(token.get())[2].split(","));
  }

  private static String[] read(String token) {
    try {
      String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      String[] parts = text.split("\\|");
      if (parts.length == 3 && parts[0].matches("\\d{1,9}") && parts[1].matches("\\d{1,3}")) {
        return parts;
      }
    } catch (IllegalArgumentException e) {
      // refused below
    }
    throw Problem.INVALID_INPUT.refuse(TOKEN + ": not a token of this API");
  }

  /** One page of the entries found, as the list {@code name}. */
  public static Response of(Call call, String typesName, String name, List<ObjectNode> found) {
    Optional<String[]> token = call.parameter(TOKEN).map(Pages::read);
    int from = token.map(parts -> Integer.parseInt(parts[0])).orElse(0);
    int size =
        token.map(p -> Integer.parseInt(p[1])).orElse(call.query().path("pageSize").asInt(10));
    int to = Math.min(found.size(), from + size);
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray(name);
    found.subList(Math.min(from, to), to).forEach(list::add);
    if (to < found.size()) {
      String text = to + "|" + size + "|" + String.join(",", types(call, typesName));
      body.put(TOKEN, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
    return Response.json(200, body);
  }
}
