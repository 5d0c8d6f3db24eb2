package kontor.sandbox.amazon.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount as Amazon writes it: text with as many decimals as the currency has. */
public record Money(String amount, String currencyCode) {

  /** Rounds to the currency's decimals, half up. */
  public static Money of(BigDecimal value, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return new Money(value.setScale(digits, RoundingMode.HALF_UP).toPlainString(), currency);
  }

  /** The number. */
  public BigDecimal number() {
    return new BigDecimal(amount);
  }

  /** So many times as much. */
  public Money times(int factor) {
    return of(number().multiply(BigDecimal.valueOf(factor)), currencyCode);
  }

  /** The sum; both in one currency. */
  public Money plus(Money other) {
    if (!currencyCode.equals(other.currencyCode)) {
      throw new IllegalArgumentException("two currencies: " + this + " and " + other);
    }
    return of(number().add(other.number()), currencyCode);
  }
}
