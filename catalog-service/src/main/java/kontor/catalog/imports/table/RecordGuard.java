package kontor.catalog.imports.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a row that does not end: a quote that is never closed would take the rest of the file. */
final class RecordGuard extends FilterReader {

  private static final int LONGEST = 2_000_000;

  private int since;

  RecordGuard(Reader in) {
    super(in);
  }

  /** A new row begins. */
  void begin() {
    since = 0;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    since += read;
    if (since > LONGEST) {
      throw new IOException("a row of more than " + LONGEST + " characters: is a quote missing?");
    }
  }
}
