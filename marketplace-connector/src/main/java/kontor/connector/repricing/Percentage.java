package kontor.connector.repricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import kontor.contracts.Money;

/**
 * So many of a hundred, in basis points. JSON: {@code "12.5"}, with up to two decimals.
 *
 * @param basisPoints 1250 is 12.5 %; may be negative, from -10,000 to 10,000
 */
public record Percentage(int basisPoints) {

  public static final Percentage NONE = new Percentage(0);
  public static final Percentage ALL = new Percentage(10_000);

  private static final int WHOLE = 10_000;

  public Percentage {
    if (Math.abs(basisPoints) > WHOLE) {
      throw new IllegalArgumentException("not from -100 to 100 %: " + basisPoints + " bp");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Percentage of(String percent) {
    if (!percent.matches("-?\\d{1,3}(\\.\\d{1,2})?")) {
      throw new IllegalArgumentException("not a percentage: '" + percent + "'");
    }
    return new Percentage(new BigDecimal(percent).movePointRight(2).intValueExact());
  }

  @JsonValue
  public String percent() {
    BigDecimal percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
    return percent.setScale(Math.max(0, percent.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }

  public boolean isNegative() {
    return basisPoints < 0;
  }

  /** This part of an amount. */
  public Money of(Money amount, RoundingMode rounding) {
    BigDecimal part =
        BigDecimal.valueOf(amount.minor())
            .multiply(BigDecimal.valueOf(basisPoints))
            .divide(BigDecimal.valueOf(WHOLE), 0, rounding);
    return new Money(part.longValueExact(), amount.currency());
  }

  @Override
  public String toString() {
    return percent() + " %";
  }
}
