package kontor.order.contact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kontor.contracts.CountryCode;

/**
 * What VAT ids of the EU look like, as the Commission publishes it, and their check digits where
 * the rule is public. Whether one is in use only VIES knows, and it is not asked.
 */
public final class VatIds {

  private static final Map<String, Form> FORMS = new HashMap<>();

  /**
   * @param pattern of what follows the country's two letters
   * @param checks whether its check digits are right
   */
  private record Form(Pattern pattern, Predicate<String> checks) {}

  static {
    form("AT", "U\\d{8}", VatChecks::austria);
    form("BE", "[01]\\d{9}", VatChecks::belgium);
    form("DE", "\\d{9}", VatChecks::germany);
    form("DK", "\\d{8}", id -> VatChecks.sum(id, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    form("FI", "\\d{8}", VatChecks::finland);
    form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}", VatChecks::france);
    form("IT", "\\d{11}", VatChecks::luhn);
    form("LU", "\\d{8}", VatChecks::luxembourg);
    form("NL", "\\d{9}B\\d{2}", VatChecks::netherlands);
    form("PL", "\\d{10}", VatChecks::poland);
    form("PT", "\\d{9}", VatChecks::portugal);
    form("SE", "\\d{10}\\d[1-9]|\\d{10}[1-9]0", id -> VatChecks.luhn(id.substring(0, 10)));
    form("BG", "\\d{9,10}");
    form("CY", "\\d{8}[A-Z]");
    form("CZ", "\\d{8,10}");
    form("EE", "\\d{9}");
    form("EL", "\\d{9}");
    form("ES", "[A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z]");
    form("HR", "\\d{11}");
    form("HU", "\\d{8}");
    form("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}");
    form("LT", "\\d{9}|\\d{12}");
    form("LV", "\\d{11}");
    form("MT", "\\d{8}");
    form("RO", "\\d{2,10}");
    form("SI", "\\d{8}");
    form("SK", "\\d{10}");
  }

  private VatIds() {}

  private static void form(String country, String pattern) {
    form(country, pattern, id -> true);
  }

  private static void form(String country, String pattern, Predicate<String> checks) {
    FORMS.put(country, new Form(Pattern.compile(pattern), checks));
  }

  /** Without the blanks, points and hyphens that people write into it. */
  public static String plain(String written) {
    return written.replaceAll("[ .\\-]", "").toUpperCase(java.util.Locale.ROOT);
  }

  /** What is wrong with it; empty when it may be one. */
  public static Optional<String> problem(String id) {
    Form form = id.length() < 4 ? null : FORMS.get(id.substring(0, 2));
    if (form == null) {
      return Optional.of("must begin with the two letters of a member state of the EU");
    }
    String rest = id.substring(2);
    if (!form.pattern().matcher(rest).matches()) {
      return Optional.of("has not the form of VAT ids of " + id.substring(0, 2));
    }
    return form.checks().test(rest)
        ? Optional.empty()
        : Optional.of("has a wrong digit: its check digits do not fit");
  }

  /** The member state that gave it; Greece calls itself {@code EL} in it. */
  public static CountryCode country(String id) {
    String prefix = id.substring(0, 2);
    return new CountryCode(prefix.equals("EL") ? "GR" : prefix);
  }
}
