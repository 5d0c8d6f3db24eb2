package kontor.connector.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text in addresses (RFC 3986 section 2.1). */
public final class Percent {

  private Percent() {}

  /** Encoded once; a space is not a plus. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
