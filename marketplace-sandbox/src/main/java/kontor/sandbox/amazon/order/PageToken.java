package kontor.sandbox.amazon.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import kontor.sandbox.amazon.gate.Problem;
import kontor.sandbox.document.Json;

/**
 * Where a page of orders begins. The token belongs to the parameters of the first call and lives
 * for 24 hours; it holds characters that a URL must escape, as Amazon's do.
 *
 * @param bound the parameters of the first call
 * @param upper the newest moment shown on any of the pages
 * @param after the place after which the page begins, empty for the first page
 * @param before the place after which the page before began
 */
record PageToken(
    String bound, Instant upper, Instant expires, String after, String before, String nonce) {

  private static final String HEAD = "2+/";

  PageToken {
    Objects.requireNonNull(bound);
    Objects.requireNonNull(upper);
    Objects.requireNonNull(expires);
    Objects.requireNonNull(after);
    Objects.requireNonNull(before);
  }

  String text() {
    return HEAD + Base64.getEncoder().encodeToString(Json.bytes(Json.tree(this))) + "=";
  }

  /** Reads a token; refuses one that is broken. */
  static PageToken read(String text) {
    try {
      if (text.startsWith(HEAD) && text.endsWith("=")) {
        String inner = text.substring(HEAD.length(), text.length() - 1);
        String json = new String(Base64.getDecoder().decode(inner), StandardCharsets.UTF_8);
        return Json.value(Json.parse(json), PageToken.class);
      }
    } catch (IllegalArgumentException | JsonProcessingException | UncheckedIOException e) {
      // refused below
    }
    throw Problem.INVALID_INPUT.refuse("paginationToken: not a token of this API");
  }
}
