package kontor.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kontor.sandbox.document.Json;
import org.jspecify.annotations.Nullable;

/** An answer and the way it reaches the caller. */
public record Response(
    int status, Map<String, String> headers, @Nullable JsonNode body, Delivery delivery) {

  /** How an answer leaves: after {@code delay}, and not at all if the connection is cut. */
  public record Delivery(Duration delay, boolean cut) {

    /** At once. */
    public static final Delivery NOW = new Delivery(Duration.ZERO, false);
  }

  public Response {
    headers = Map.copyOf(headers);
  }

  /** An answer without a body. */
  public static Response empty(int status) {
    return new Response(status, Map.of(), null, Delivery.NOW);
  }

  /** An answer with a JSON body. */
  public static Response json(int status, Object body) {
    return new Response(status, Map.of(), Json.tree(body), Delivery.NOW);
  }

  /** An answer that is a file: its bytes go out as they are. */
  public static Response file(int status, String contentType, byte[] bytes) {
    return new Response(
        status, Map.of("Content-Type", contentType), BinaryNode.valueOf(bytes), Delivery.NOW);
  }

  /** The same answer with one more header. */
  public Response with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body, delivery);
  }

  /** The same answer with another body. */
  public Response withBody(JsonNode other) {
    return new Response(status, headers, other, delivery);
  }

  /** The same answer, delivered in another way. */
  public Response by(Delivery other) {
    return new Response(status, headers, body, other);
  }
}
