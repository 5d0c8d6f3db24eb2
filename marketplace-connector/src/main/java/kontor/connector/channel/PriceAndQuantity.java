package kontor.connector.channel;

import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;

/**
 * What changes most often of an offer.
 *
 * @param urgent whether the marketplace shows more units than there are: somebody may buy in vain.
 *     A channel that has a quick way and one that spares calls sends these the quick way
 */
public record PriceAndQuantity(
    Sku sku, String offerId, Money price, Quantity quantity, boolean urgent) {}
