package kontor.order.document.adapter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A TrueType font without ligatures. Those of the documents' font are no characters: who searches a
 * PDF for a word, or has it read aloud, would not find it (PDF/A-3 asks for characters at level U).
 * The table that names them is called by a name that no program knows.
 */
final class PlainFont {

  private static final int TABLES_AT = 4;
  private static final int DIRECTORY_AT = 12;
  private static final int ENTRY_BYTES = 16;
  private static final int SUBSTITUTIONS = tag("GSUB");

  /** In the directory's order, which is that of the names. */
  private static final int UNKNOWN = tag("GSUX");

  private PlainFont() {}

  /** Changes the bytes (OpenType 1.9, "Table Directory"). */
  static byte[] of(byte[] font) {
    ByteBuffer bytes = ByteBuffer.wrap(font);
    int tables = bytes.getShort(TABLES_AT);
    for (int i = 0; i < tables; i++) {
      int entry = DIRECTORY_AT + i * ENTRY_BYTES;
      if (bytes.getInt(entry) == SUBSTITUTIONS) {
        bytes.putInt(entry, UNKNOWN);
      }
    }
    return font;
  }

  private static int tag(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}
