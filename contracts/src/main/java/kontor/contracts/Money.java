package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in whole minor units (cents) of an ISO 4217 currency. May be negative: a refund, a
 * discount. JSON: {@code {"amount":"12.34","currency":"EUR"}}, with exactly as many decimals as the
 * currency has when written, and at most as many when read.
 *
 * @param minor the amount in minor units: 1234 is 12.34 EUR and 1234 JPY
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  public static Money of(String amount, String currency) {
    return read(new Wire(amount, currency));
  }

  public static Money ofMinor(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** Refuses two currencies and an overflow. */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /** Refuses two currencies and an overflow. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  public Money times(int factor) {
    return new Money(Math.multiplyExact(minor, factor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  public boolean isNegative() {
    return minor < 0;
  }

  public boolean isZero() {
    return minor == 0;
  }

  /** The amount as people write it, with a point: {@code 12.34}. */
  public String amount() {
    return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()))
        .toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  @Override
  public String toString() {
    return amount() + " " + currency.getCurrencyCode();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("two currencies: " + this + " and " + other);
    }
    return other;
  }

  /** The form on the wire. */
  record Wire(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {}

  @JsonValue
  Wire wire() {
    return new Wire(amount(), currency.getCurrencyCode());
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Money read(Wire wire) {
    if (wire.amount == null || !wire.amount.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException("not an amount of money: '" + wire.amount + "'");
    }
    Currency currency = currency(wire.currency);
    try {
      BigDecimal amount =
          new BigDecimal(wire.amount)
              .setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.UNNECESSARY);
      return new Money(amount.unscaledValue().longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "too many decimals for " + currency + ": '" + wire.amount + "'", e);
    }
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code == null ? "" : code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not an ISO 4217 currency: '" + code + "'", e);
    }
  }
}
