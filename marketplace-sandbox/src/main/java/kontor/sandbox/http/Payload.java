package kontor.sandbox.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A body as it came: bytes, or text where text is expected. */
public final class Payload {

  private final byte[] bytes;

  Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The text; refuses what is not UTF-8. */
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new NotText(e);
    }
  }

  /** The body is not UTF-8. */
  public static final class NotText extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotText(CharacterCodingException cause) {
      super(cause);
    }
  }
}
