package kontor.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;

/** Where a command writes: to a person at a terminal, into a file, or JSON for a program. */
final class Terminal {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String ERASE_LINE = "\u001b[2K";

  private final PrintWriter out;
  private final boolean live;

  /** The script knows whether it is a terminal; Java finds out only in newer releases. */
  Terminal(PrintWriter out) {
    this(out, Boolean.getBoolean("kontor.tty"));
  }

  Terminal(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Whether lines can be written over. */
  boolean live() {
    return live;
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }

  void json(Object value) {
    try {
      line(JSON.writeValueAsString(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Goes up so many lines, to write them again. */
  void up(int lines) {
    if (lines > 0) {
      out.print("\u001b[" + lines + "A");
    }
  }

  /** A line in the place of one written before. */
  void lineOver(String text) {
    line(ERASE_LINE + text);
  }
}
