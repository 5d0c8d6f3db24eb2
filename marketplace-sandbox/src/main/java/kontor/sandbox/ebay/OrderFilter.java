package kontor.sandbox.ebay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which orders are asked for: the query parameter {@code filter}, strictly read. */
final class OrderFilter {

  private static final Pattern PART =
      Pattern.compile("([A-Za-z]+):(\\[[^\\]]*\\]|\\{[^}]*\\})(?:,|$)");
  private static final Set<Set<String>> STATUS_PAIRS =
      Set.of(Set.of("NOT_STARTED", "IN_PROGRESS"), Set.of("FULFILLED", "IN_PROGRESS"));
  private static final Set<String> NAMES =
      Set.of("creationdate", "lastmodifieddate", "orderfulfillmentstatus");
  private static final Duration DEFAULT_AGE = Duration.ofDays(90);

  private final Instant now;

  private OrderFilter(Instant now) {
    this.now = now;
  }

  static Predicate<SoldOrder> parse(String text, Instant now) {
    return new OrderFilter(now).all(parts(text));
  }

  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new HashMap<>();
    Matcher matcher = PART.matcher(text);
    int end = 0;
    while (end < text.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw Problem.FILTER_VALUE.refuse("not a filter: " + text, "filter", text.substring(end));
      }
      String name = matcher.group(1);
      if (!NAMES.contains(name)) {
        throw Problem.FILTER_NAME.refuse(name, "filter", name);
      }
      parts.put(name, matcher.group(2));
      end = matcher.end();
    }
    return parts;
  }

  private Predicate<SoldOrder> all(Map<String, String> parts) {
    Predicate<SoldOrder> status = status(parts.get("orderfulfillmentstatus"));
    String created = parts.get("creationdate");
    String modified = parts.get("lastmodifieddate");
    if (created != null) { // then the other date does not count
      Range range = range(created);
      return status.and(order -> range.contains(order.created()));
    }
    if (modified != null) {
      Range range = range(modified);
      return status.and(order -> range.contains(order.modified()));
    }
    Range recent = new Range(now.minus(DEFAULT_AGE), now);
    return status.and(order -> recent.contains(order.created()));
  }

  private static Predicate<SoldOrder> status(@Nullable String text) {
    if (text == null) {
      return order -> true;
    }
    String inner = text.substring(1, text.length() - 1);
    Set<String> wanted = Set.copyOf(List.of(inner.split("\\|", -1)));
    if (!text.startsWith("{") || !STATUS_PAIRS.contains(wanted)) {
      String detail = text + " for filter orderfulfillmentstatus";
      throw Problem.FILTER_VALUE.refuse(detail, "orderfulfillmentstatus", text);
    }
    return order -> wanted.contains(order.fulfillment());
  }

  /** A span of time, both ends included. */
  record Range(Instant from, Instant to) {
    boolean contains(Instant moment) {
      return !moment.isBefore(from) && !moment.isAfter(to);
    }
  }

  private Range range(String text) {
    String[] ends = text.substring(1, text.length() - 1).split("\\.\\.", -1);
    if (!text.startsWith("[") || ends.length != 2) {
      throw Problem.DATE_FORMAT.refuse(text, "filter", text);
    }
    if (ends[0].isEmpty()) {
      throw Problem.NO_START.refuse(text, "filter", text);
    }
    Range range = new Range(moment(ends[0]), ends[1].isEmpty() ? now : moment(ends[1]));
    if (range.from().isAfter(now) || range.to().isAfter(now)) {
      throw Problem.FUTURE.refuse(text, "filter", text);
    }
    if (range.from().isAfter(range.to())) {
      throw Problem.START_AFTER_END.refuse(text, "filter", text);
    }
    if (range.from().isBefore(now.atOffset(ZoneOffset.UTC).minusYears(2).toInstant())) {
      throw Problem.TOO_LONG_AGO.refuse(text, "filter", text);
    }
    return range;
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.DATE_FORMAT.refuse(text, "filter", text);
    }
  }
}
