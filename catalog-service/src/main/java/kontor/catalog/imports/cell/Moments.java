package kontor.catalog.imports.cell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Days and moments as files write them, in the shop's zone where they do not say otherwise. A sale
 * that ends on a day ends with that day.
 */
public final class Moments {

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT));
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][ ]HH:mm[:ss]", Locale.ROOT);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private Moments() {}

  /** The first moment of what is written. */
  public static Instant from(String text, ZoneId zone) {
    return read(text, zone, false);
  }

  /** The first moment after what is written. */
  public static Instant until(String text, ZoneId zone) {
    return read(text, zone, true);
  }

  private static Instant read(String text, ZoneId zone, boolean after) {
    String written = text.strip();
    for (DateTimeFormatter day : DAYS) {
      try {
        LocalDate date = LocalDate.parse(written, day);
        return date.plusDays(after ? 1 : 0).atStartOfDay(zone).toInstant();
      } catch (DateTimeException e) {
        // The next form may fit.
      }
    }
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      return local(written, zone, after);
    }
  }

  private static Instant local(String written, ZoneId zone, boolean after) {
    try {
      LocalDateTime moment = LocalDateTime.parse(written, MOMENT);
      return after && moment.toLocalTime().equals(LAST_SECOND)
          ? moment.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant()
          : moment.atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date: '" + written + "'", e);
    }
  }
}
