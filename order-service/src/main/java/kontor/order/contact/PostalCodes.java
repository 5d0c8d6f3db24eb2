package kontor.order.contact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kontor.contracts.CountryCode;

/**
 * What postal codes look like in the EU, its neighbours and some countries overseas, as the
 * national posts publish it. Other countries' codes are taken as they come.
 */
public final class PostalCodes {

  private static final Map<String, Form> FORMS = new HashMap<>();

  /** A pattern, and a code that fits it. */
  private record Form(Pattern pattern, String example) {}

  static {
    form("\\d{4}", "1010", "AT");
    form("\\d{4}", "1000", "BE", "BG", "CY", "DK", "HU", "LU", "SI", "CH", "LI", "NO");
    form("\\d{5}", "10115", "DE", "EE", "ES", "FI", "FR", "HR", "IT");
    form("\\d{3} ?\\d{2}", "110 00", "CZ", "GR", "SE", "SK");
    form("(LT-)?\\d{5}", "LT-01100", "LT");
    form("LV-\\d{4}", "LV-1010", "LV");
    form("\\d{4} ?[A-Z]{2}", "1012 AB", "NL");
    form("\\d{2}-\\d{3}", "00-950", "PL");
    form("\\d{4}-\\d{3}", "1000-001", "PT");
    form("\\d{6}", "010011", "RO");
    form("[A-Z]{3} ?\\d{4}", "VLT 1117", "MT");
    form("[AC-FHKNPRTV-Y]\\d[\\dW] ?[0-9AC-FHKNPRTV-Y]{4}", "D02 AF30", "IE");
    form("\\d{5}(-\\d{4})?", "10001", "US");
    form("[A-Z]\\d[A-Z] ?\\d[A-Z]\\d", "K1A 0B1", "CA");
    form("\\d{4}", "2000", "AU");
    form("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}", "SW1A 1AA", "GB");
  }

  private PostalCodes() {}

  private static void form(String pattern, String example, String... countries) {
    for (String country : countries) {
      FORMS.put(country, new Form(Pattern.compile(pattern), example));
    }
  }

  /** Nothing when the code may be one of that country; otherwise what one looks like there. */
  public static Optional<String> expected(CountryCode country, String code) {
    Form form = FORMS.get(country.value());
    return form == null || form.pattern().matcher(code).matches()
        ? Optional.empty()
        : Optional.of(form.example());
  }
}
