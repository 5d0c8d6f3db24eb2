package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A country by ISO 3166-1 alpha-2, upper case, such as {@code DE}. */
public record CountryCode(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CountryCode {
    if (!value.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("not a country code: '" + value + "'");
    }
  }

  public static final CountryCode GERMANY = new CountryCode("DE");

  @Override
  public String toString() {
    return value;
  }
}
