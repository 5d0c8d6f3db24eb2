package kontor.pricing.cart;

import java.util.Currency;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * Who buys, as far as prices depend on it.
 *
 * @param customerGroup such as {@code b2b}; none when absent
 * @param taxCountry whose VAT applies: where the goods go, or the seller's own country below the
 *     threshold for distance sales (Art. 59c Directive 2006/112/EC)
 */
public record Buyer(
    ChannelId channel,
    @Nullable String customerGroup,
    CountryCode taxCountry,
    Currency currency,
    PriceForm form) {

  /** A consumer. */
  public static Buyer consumer(ChannelId channel, CountryCode taxCountry, Currency currency) {
    return new Buyer(channel, null, taxCountry, currency, PriceForm.GROSS);
  }
}
