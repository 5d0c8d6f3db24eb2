package kontor.pricing.cart;

import java.util.Currency;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.TaxTreatment;
import org.jspecify.annotations.Nullable;

/**
 * Who buys, as far as prices depend on it.
 *
 * @param customerGroup such as {@code b2b}; none when absent
 * @param taxCountry whose VAT applies: where the goods go, or the seller's own country below the
 *     threshold for distance sales (Art. 59c Directive 2006/112/EC); of a sale that is free of VAT,
 *     the country whose VAT is in the prices that are set with it: the seller's own
 * @param treatment whether VAT is charged at all
 */
public record Buyer(
    ChannelId channel,
    @Nullable String customerGroup,
    CountryCode taxCountry,
    Currency currency,
    PriceForm form,
    TaxTreatment treatment) {

  /** One who is charged VAT. */
  public Buyer(
      ChannelId channel,
      @Nullable String customerGroup,
      CountryCode taxCountry,
      Currency currency,
      PriceForm form) {
    this(channel, customerGroup, taxCountry, currency, form, TaxTreatment.STANDARD);
  }

  /** The same buyer, were he charged VAT. */
  public Buyer taxed() {
    return new Buyer(channel, customerGroup, taxCountry, currency, form);
  }

  /** A consumer. */
  public static Buyer consumer(ChannelId channel, CountryCode taxCountry, Currency currency) {
    return new Buyer(channel, null, taxCountry, currency, PriceForm.GROSS);
  }
}
