package kontor.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort values of its last hit, as text that can stand in a URL. It carries
 * a checksum over itself and the order it belongs to, so that one that was changed, or comes from a
 * list in another order, is refused.
 */
final class Cursor {

  private Cursor() {}

  static String encode(@Nullable Object[] values, String order) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(values.length);
      for (Object value : values) {
        write(out, value);
      }
      out.writeInt(checksum(bytes.toByteArray(), order));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeByte('-');
    } else if (value instanceof Long number) {
      out.writeByte('l');
      out.writeLong(number);
    } else if (value instanceof Float score) {
      out.writeByte('f');
      out.writeFloat(score);
    } else if (value instanceof BytesRef bytes) {
      out.writeByte('b');
      out.writeShort(bytes.length);
      out.write(bytes.bytes, bytes.offset, bytes.length);
    } else {
      throw new AssertionError("no sort value: " + value.getClass());
    }
  }

  /**
   * The sort values again.
   *
   * @throws IllegalArgumentException when the text is no cursor for this order
   */
  static @Nullable Object[] decode(String cursor, String order) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      byte[] body = Arrays.copyOf(bytes, Math.max(0, bytes.length - Integer.BYTES));
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
        @Nullable Object[] values = read(in);
        if (in.readInt() == checksum(body, order) && in.available() == 0) {
          return values;
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new IllegalArgumentException("the cursor is broken or of another list", broken);
    }
    throw new IllegalArgumentException("the cursor is broken or of another list");
  }

  private static @Nullable Object[] read(DataInputStream in) throws IOException {
    @Nullable Object[] values = new Object[in.readUnsignedByte()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (in.readUnsignedByte()) {
            case '-' -> null;
            case 'l' -> in.readLong();
            case 'f' -> in.readFloat();
            case 'b' -> new BytesRef(in.readNBytes(in.readUnsignedShort()));
            default -> throw new IOException("unknown kind of value");
          };
    }
    return values;
  }

  private static int checksum(byte[] body, String order) {
    CRC32 checksum = new CRC32();
    checksum.update(body);
    checksum.update(order.getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }
}
