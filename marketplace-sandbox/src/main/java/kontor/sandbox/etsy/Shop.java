package kontor.sandbox.etsy;

/**
 * A shop on Etsy.
 *
 * @param currency ISO 4217; every price of the shop is in it
 * @param refreshToken the only one that is good; empty if the seller has taken back his consent
 */
public record Shop(long shopId, String currency, String refreshToken) {

  /** The number of the person whose shop it is. */
  public long userId() {
    return shopId + 1_000_000;
  }

  /** The shipping profile that every shop here has. */
  long shippingProfileId() {
    return shopId * 10 + 1;
  }

  /** The processing profile that every shop here has. */
  long readinessStateId() {
    return shopId * 10 + 2;
  }

  Shop with(String newRefreshToken) {
    return new Shop(shopId, currency, newRefreshToken);
  }

  @Override
  public String toString() {
    return "Shop[" + shopId + "]";
  }
}
