package kontor.sandbox.amazon.gate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Moments as Amazon writes them: ISO 8601 with an offset. */
public final class Moments {

  private Moments() {}

  /** Reads a moment; refuses what is none. */
  public static Instant read(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw Problem.INVALID_INPUT.refuse(field + ": not a date and time with an offset: " + text);
    }
  }
}
