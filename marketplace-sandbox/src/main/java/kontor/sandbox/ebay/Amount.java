package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Money as eBay writes it: a decimal number as text, and a currency. */
public record Amount(String value, String currency) {

  static Amount of(BigDecimal value, String currency) {
    return new Amount(value.setScale(2).toPlainString(), currency);
  }

  static Amount read(JsonNode node) {
    return of(new BigDecimal(node.path("value").asText()), node.path("currency").asText());
  }

  Amount times(int factor) {
    return of(number().multiply(BigDecimal.valueOf(factor)), currency);
  }

  Amount plus(Amount other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("two currencies: " + this + " and " + other);
    }
    return of(number().add(other.number()), currency);
  }

  Amount minus(Amount other) {
    return plus(of(other.number().negate(), other.currency));
  }

  static Amount zero(String currency) {
    return of(BigDecimal.ZERO, currency);
  }

  boolean moreThan(Amount other) {
    return minus(other).number().signum() > 0;
  }

  boolean positive() {
    return number().signum() > 0;
  }

  private BigDecimal number() {
    return new BigDecimal(value);
  }
}
