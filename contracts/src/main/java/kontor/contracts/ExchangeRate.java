package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Units of a foreign currency for one euro, as the European Central Bank quotes them. JSON: {@code
 * "1.084300"}, always with six decimals when written and with up to six when read.
 *
 * @param value in millionths, above zero
 */
public record ExchangeRate(long value) {

  private static final int DECIMALS = 6;

  /** The euro itself. */
  public static final ExchangeRate EURO = new ExchangeRate(1_000_000);

  public ExchangeRate {
    if (value < 1) {
      throw new IllegalArgumentException("not an exchange rate: " + value);
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ExchangeRate of(String perEuro) {
    if (!perEuro.matches("\\d{1,7}(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException("not an exchange rate: '" + perEuro + "'");
    }
    return new ExchangeRate(
        new BigDecimal(perEuro).setScale(DECIMALS).unscaledValue().longValueExact());
  }

  @JsonValue
  public String perEuro() {
    return decimal().toPlainString();
  }

  BigDecimal decimal() {
    return BigDecimal.valueOf(value, DECIMALS);
  }

  @Override
  public String toString() {
    return perEuro();
  }
}
