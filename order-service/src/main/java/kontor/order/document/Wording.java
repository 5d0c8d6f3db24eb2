package kontor.order.document;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;

/** The words of documents, and how amounts and dates are written among them. */
public final class Wording {

  private static final int BASIS_POINTS = 2;

  private final Locale locale;
  private final ResourceBundle words;

  private Wording(Language language) {
    locale = language.locale();
    words = ResourceBundle.getBundle("kontor.order.document.words", locale);
  }

  public static Wording in(Language language) {
    return new Wording(language);
  }

  /**
   * @param parts put into the text's {@code %s}
   */
  public String text(String key, Object... parts) {
    String text = words.getString(key);
    return parts.length == 0 ? text : String.format(locale, text, parts);
  }

  public String money(Money amount) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(amount.currency());
    return format.format(new BigDecimal(amount.amount()));
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern(words.getString("day"), locale).format(day);
  }

  /**
   * @param rate VAT in basis points
   */
  public String rate(int rate) {
    return NumberFormat.getNumberInstance(locale).format(BigDecimal.valueOf(rate, BASIS_POINTS))
        + "\u00a0%";
  }

  String country(CountryCode country) {
    return new Locale.Builder().setRegion(country.value()).build().getDisplayCountry(locale);
  }
}
