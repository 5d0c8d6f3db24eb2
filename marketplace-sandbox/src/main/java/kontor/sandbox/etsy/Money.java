package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import kontor.sandbox.document.Json;

/**
 * Money as Etsy shows it: {@code amount / divisor} of a currency. It is written to Etsy as a
 * decimal number.
 */
public record Money(long amount, int divisor, String currency) {

  /**
   * A decimal number of a currency.
   *
   * @throws ArithmeticException if it has more decimals than the currency
   */
  public static Money of(BigDecimal value, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    long amount = value.movePointRight(digits).longValueExact();
    return new Money(amount, BigDecimal.TEN.pow(digits).intValueExact(), currency);
  }

  Money with(long other) {
    return new Money(other, divisor, currency);
  }

  Money plus(Money other) {
    return with(Math.addExact(amount, other.amount));
  }

  Money minus(Money other) {
    return with(Math.subtractExact(amount, other.amount));
  }

  Money times(int factor) {
    return with(Math.multiplyExact(amount, factor));
  }

  /** As the API shows it. */
  ObjectNode show() {
    return Json.object()
        .put("amount", amount)
        .put("divisor", divisor)
        .put("currency_code", currency);
  }

  /** As a decimal number, for the director. */
  public String decimal() {
    return BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(divisor)).toPlainString();
  }
}
