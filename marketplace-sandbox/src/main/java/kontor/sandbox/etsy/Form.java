package kontor.sandbox.etsy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a form.
 *
 * @param file the bytes of the part that is a file, in a multipart form (RFC 7578)
 */
record Form(Map<String, String> fields, Optional<NamedFile> file) {

  /** A file under the name of its field. */
  static final class NamedFile {

    private final String field;
    private final byte[] bytes;

    NamedFile(String field, byte[] bytes) {
      this.field = field;
      this.bytes = bytes.clone();
    }

    String field() {
      return field;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  Form {
    fields = Map.copyOf(fields);
  }

  /** The last value of each field; a broken escape is an empty value. */
  static Map<String, String> urlencoded(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Reads a multipart body; the bytes are looked at as Latin-1, which keeps each of them. */
  static Form multipart(byte[] body, String contentType) {
    Map<String, String> fields = new LinkedHashMap<>();
    Optional<NamedFile> file = Optional.empty();
    String boundary = after(contentType, "boundary=").replace("\"", "");
    String text = new String(body, StandardCharsets.ISO_8859_1);
    for (String part : ("\r\n" + text).split("\r\n--" + Pattern.quote(boundary))) {
      int end = part.indexOf("\r\n\r\n");
      if (boundary.isEmpty() || end < 0) {
        continue; // before the first part, or the two hyphens after the last
      }
      String head = part.substring(0, end);
      byte[] content = part.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
      String name = quoted(head, "; name=");
      if (head.contains("filename=")) {
        file = Optional.of(new NamedFile(name, content));
      } else {
        fields.put(name, new String(content, StandardCharsets.UTF_8));
      }
    }
    return new Form(fields, file);
  }

  private static String after(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? "" : text.substring(at + mark.length()).split(";")[0].strip();
  }

  private static String quoted(String head, String mark) {
    String value = after(head.lines().filter(l -> l.contains(mark)).findFirst().orElse(""), mark);
    return value.replace("\"", "");
  }
}
