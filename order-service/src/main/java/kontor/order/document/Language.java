package kontor.order.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.CountryCode;

/** What a document is written in. */
public enum Language {
  GERMAN("de", Locale.GERMANY),
  ENGLISH("en", Locale.UK);

  private static final Set<String> GERMAN_SPOKEN = Set.of("DE", "AT", "CH", "LI");

  private final String code;
  private final Locale locale;

  Language(String code, Locale locale) {
    this.code = code;
    this.locale = locale;
  }

  /** German where the parcel goes to a country that speaks it, English elsewhere. */
  public static Language of(CountryCode country) {
    return GERMAN_SPOKEN.contains(country.value()) ? GERMAN : ENGLISH;
  }

  /**
   * @param code ISO 639-1
   */
  public static Optional<Language> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /** ISO 639-1. */
  public String code() {
    return code;
  }

  Locale locale() {
    return locale;
  }
}
