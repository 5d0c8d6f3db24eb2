package kontor.pricing.tax;

import java.time.Instant;
import java.time.ZoneId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.TaxClass;
import kontor.pricing.rounding.Rounding;

/**
 * The VAT in an amount that somebody else has already agreed with the buyer, such as a marketplace.
 * What goes to a country outside the table is an export and free of VAT (§ 4 no. 1 a UStG).
 */
public final class ContainedTax {

  private static final int WHOLE = 10_000;

  private final TaxRules rules;
  private final ZoneId zone;

  /**
   * @param zone where a day begins for the VAT rate: the seller's
   */
  public ContainedTax(TaxRules rules, ZoneId zone) {
    this.rules = rules;
    this.zone = zone;
  }

  /** The rate in basis points. */
  public int rate(CountryCode country, TaxClass taxClass, Instant at) {
    return rules.countries().contains(country)
        ? rules.rate(country, taxClass, at.atZone(zone).toLocalDate())
        : 0;
  }

  /** The part of the amount that is VAT, rounded HALF_UP. */
  public Money contained(Money gross, CountryCode country, TaxClass taxClass, Instant at) {
    int rate = rate(country, taxClass, at);
    return new Money(Rounding.ratio(gross.minor(), rate, WHOLE + rate), gross.currency());
  }
}
