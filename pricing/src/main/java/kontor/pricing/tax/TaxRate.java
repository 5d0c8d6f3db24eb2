package kontor.pricing.tax;

import java.time.LocalDate;
import kontor.contracts.CountryCode;
import kontor.contracts.TaxClass;

/**
 * A VAT rate and when it holds.
 *
 * @param basisPoints 1900 is 19 %
 * @param from the first day
 * @param until the day after the last, {@link LocalDate#MAX} without an end
 * @param source where it is written
 */
public record TaxRate(
    CountryCode country,
    TaxClass taxClass,
    int basisPoints,
    LocalDate from,
    LocalDate until,
    String source) {

  public TaxRate {
    if (basisPoints < 0 || basisPoints > 10_000) {
      throw new IllegalArgumentException("not a VAT rate in basis points: " + basisPoints);
    }
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("holds on no day: " + from + " to " + until);
    }
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  boolean overlaps(TaxRate other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }
}
