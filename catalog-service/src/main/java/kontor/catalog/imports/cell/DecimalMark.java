package kontor.catalog.imports.cell;

import java.math.BigDecimal;

/**
 * Which character parts whole from fraction in a file's numbers. {@code 12,50} and {@code 1,234.50}
 * tell by themselves; {@code 1,234} does not, and is read as the other numbers of the file are.
 */
public enum DecimalMark {
  POINT,
  COMMA,
  /** No number of the file tells, or they contradict each other. */
  UNKNOWN;

  /** Collects what the numbers of a file tell. */
  public static final class Detector {

    private boolean point;
    private boolean comma;

    public void observe(String text) {
      String number = bare(text);
      int lastPoint = number.lastIndexOf('.');
      int lastComma = number.lastIndexOf(',');
      int last = Math.max(lastPoint, lastComma);
      boolean both = lastPoint >= 0 && lastComma >= 0;
      if (last >= 0 && isNumber(number) && (both || isDecimal(number, last))) {
        point |= last == lastPoint;
        comma |= last == lastComma;
      }
    }

    public DecimalMark mark() {
      if (point == comma) {
        return UNKNOWN;
      }
      return point ? POINT : COMMA;
    }
  }

  /**
   * The number, whatever stands for thousands in it; a currency's sign is passed over.
   *
   * @throws IllegalArgumentException when it is none, or could be two different ones
   */
  public BigDecimal read(String text) {
    String number = bare(text);
    if (!isNumber(number)) {
      throw new IllegalArgumentException("not a number: '" + text + "'");
    }
    int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    if (last < 0) {
      return new BigDecimal(number);
    }
    char mark = number.charAt(last);
    boolean both = number.indexOf(mark == '.' ? ',' : '.') >= 0;
    boolean once = number.indexOf(mark) == last;
    boolean decimal = once && (both || isDecimal(number, last) || isOurs(mark));
    if (once && !both && !isDecimal(number, last) && this == UNKNOWN) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' could be with thousands or with decimals: write "
              + "it with two decimals");
    }
    String whole = decimal ? number.substring(0, last) : number;
    if (!whole.matches("[+-]?(\\d*|\\d{1,3}([.,]\\d{3})+)")) {
      throw new IllegalArgumentException("not a number: '" + text + "'");
    }
    String digits = whole.replaceAll("[.,]", "");
    return new BigDecimal(decimal ? digits + "." + number.substring(last + 1) : digits);
  }

  private boolean isOurs(char mark) {
    return mark == '.' ? this == POINT : this == COMMA;
  }

  /**
   * Three digits behind a single mark could be thousands; a zero or nothing before it could not.
   */
  private static boolean isDecimal(String number, int mark) {
    boolean once = number.indexOf(number.charAt(mark)) == mark;
    String before = number.substring(0, mark).replaceFirst("^[+-]", "");
    return once
        && (number.length() - mark - 1 != 3
            || before.isEmpty()
            || before.startsWith("0")
            || before.length() > 3);
  }

  private static boolean isNumber(String number) {
    return number.matches("[+-]?[\\d.,]*\\d[\\d.,]*");
  }

  /** Without blanks of any kind, apostrophes for thousands and the sign or code of a currency. */
  private static String bare(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f'’]", "")
        .replaceAll("^(\\p{Sc}|[A-Z]{3})|(\\p{Sc}|[A-Z]{3})$", "");
  }
}
