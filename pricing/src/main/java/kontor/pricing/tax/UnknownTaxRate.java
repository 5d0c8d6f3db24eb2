package kontor.pricing.tax;

import java.time.LocalDate;
import kontor.contracts.CountryCode;
import kontor.contracts.TaxClass;

/** The table has no VAT rate for this; we do not guess one. */
public final class UnknownTaxRate extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  UnknownTaxRate(CountryCode country, TaxClass taxClass, LocalDate day) {
    super("no VAT rate known for " + taxClass + " in " + country + " on " + day);
  }
}
