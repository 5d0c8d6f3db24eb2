package kontor.order.document;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number range: one kind of document and one month of supply. The month is that of the goods, not
 * of today, so that the same parcel asks the same range whenever it asks.
 */
public record RangeName(Kind kind, YearMonth month) {

  private static final Pattern NUMBER =
      Pattern.compile("(RE|RK)-(\\d{4}-(0[1-9]|1[0-2]))-\\d{5,9}");

  /** What the documents of a range are. */
  public enum Kind {
    /** Rechnung. */
    INVOICE("RE"),
    /** Rechnungskorrektur. */
    CREDIT_NOTE("RK");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    private static Kind of(String prefix) {
      return prefix.equals(INVOICE.prefix) ? INVOICE : CREDIT_NOTE;
    }
  }

  static RangeName at(Kind kind, Instant supplied, ZoneId zone) {
    return new RangeName(kind, YearMonth.from(supplied.atZone(zone)));
  }

  /** The range of a number, or of a text such as {@code RE-2026-11}. */
  public static RangeName of(String text) {
    Matcher parts = NUMBER.matcher(isNumber(text) ? text : text + "-00000");
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a number range: '" + text + "'");
    }
    return new RangeName(Kind.of(parts.group(1)), YearMonth.parse(parts.group(2)));
  }

  /** Whether a text can be the number of an invoice or credit note. */
  public static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** The place of a number in its range, from 1. */
  static int place(String number) {
    return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
  }

  /** The number at a place, from 1. */
  public String number(int place) {
    return String.format(Locale.ROOT, "%s-%05d", value(), place);
  }

  public String value() {
    return kind.prefix + "-" + month;
  }

  @Override
  public String toString() {
    return value();
  }
}
