package kontor.sandbox.amazon.pricing;

import kontor.sandbox.amazon.value.Money;

/** An offer for an article on a marketplace: ours or another seller's; new goods only. */
public record Offer(
    String sellerId,
    String marketplaceId,
    String asin,
    Money price,
    Money shipping,
    boolean byAmazon,
    boolean featured) {

  /** Price and shipping. */
  public Money landed() {
    return price.plus(shipping);
  }

  Offer featured(boolean now) {
    return new Offer(sellerId, marketplaceId, asin, price, shipping, byAmazon, now);
  }
}
