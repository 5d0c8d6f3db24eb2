package kontor.connector.channel;

import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;

/** What changes most often of an offer. */
public record PriceAndQuantity(Sku sku, String offerId, Money price, Quantity quantity) {}
