package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one unit costs at a supplier, in whole ten-thousandths of a currency that stands beside it:
 * screws and labels cost fractions of a cent. JSON: {@code "1.2345"}, always with four decimals
 * when written and with up to four when read.
 *
 * @param value in ten-thousandths: 12345 is 1.2345
 */
public record UnitCost(long value) {

  private static final int DECIMALS = 4;

  /** A hundred million a piece. */
  private static final long MOST = 1_000_000_000_000L;

  public UnitCost {
    if (value < 0 || value > MOST) {
      throw new IllegalArgumentException("not a unit cost: " + value);
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static UnitCost of(String amount) {
    if (!amount.matches("\\d{1,9}(\\.\\d{1,4})?")) {
      throw new IllegalArgumentException("not a unit cost: '" + amount + "'");
    }
    return new UnitCost(new BigDecimal(amount).setScale(DECIMALS).unscaledValue().longValueExact());
  }

  @JsonValue
  public String amount() {
    return BigDecimal.valueOf(value, DECIMALS).toPlainString();
  }

  /** What so many units cost at a rate, in cents of the euro; half a cent is rounded up. */
  public long cents(int units, ExchangeRate rate) {
    return BigDecimal.valueOf(value, DECIMALS - 2)
        .multiply(BigDecimal.valueOf(units))
        .divide(rate.decimal(), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  @Override
  public String toString() {
    return amount();
  }
}
