package kontor.connector.etsy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with a file (RFC 7578). */
final class Multipart {

  private final String boundary = "kontor-" + UUID.randomUUID();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Multipart field(String name, String value) {
    text("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(boundary, name));
    text(value + "\r\n");
    return this;
  }

  Multipart file(String name, byte[] file) {
    text("--%s\r\nContent-Disposition: form-data; name=\"%s\"".formatted(boundary, name));
    text("; filename=\"picture\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(file);
    text("\r\n");
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** The whole body, closed. */
  byte[] bytes() {
    text("--" + boundary + "--\r\n");
    return body.toByteArray();
  }

  private void text(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
