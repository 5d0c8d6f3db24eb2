package kontor.analytics.platform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kontor.contracts.ChannelId;
import org.jspecify.annotations.Nullable;

/** What a request asks for in its query, checked. */
public final class Query {

  private static final int MOST_DAYS = 400;

  private Query() {}

  /**
   * Days from one to another.
   *
   * @param to inclusive
   */
  public record Days(LocalDate from, LocalDate to) {}

  /** At most 400 days; a missing end is today, a missing start the end. */
  public static Days days(@Nullable String from, @Nullable String to, LocalDate today) {
    LocalDate last = to == null ? today : day("to", to);
    LocalDate first = from == null ? last : day("from", from);
    if (first.isAfter(last)) {
      throw new BadQueryException("from", first + " is after " + last);
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw new BadQueryException("from", "more than " + MOST_DAYS + " days before " + last);
    }
    return new Days(first, last);
  }

  public static Optional<ChannelId> channel(@Nullable String channel) {
    if (channel == null || channel.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ChannelId(channel));
    } catch (IllegalArgumentException e) {
      throw new BadQueryException("channel", String.valueOf(e.getMessage()));
    }
  }

  public static int limit(@Nullable String limit, int usual, int most) {
    if (limit == null) {
      return usual;
    }
    int wanted = limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : 0;
    if (wanted < 1 || wanted > most) {
      throw new BadQueryException("limit", "not a number from 1 to " + most);
    }
    return wanted;
  }

  private static LocalDate day(String field, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw new BadQueryException(field, "not a day of this calendar");
      }
      return day;
    } catch (DateTimeParseException e) {
      throw new BadQueryException(field, "not a day like 2026-11-25");
    }
  }
}
