package kontor.sandbox.etsy;

import java.util.Map;

/**
 * The one application of this sandbox and its first shop.
 *
 * @param keystring names the application; {@code x-api-key} is it, a colon and the shared secret
 * @param refreshToken the first consent of the first shop; good until it is used
 * @param currency of the shop, ISO 4217
 */
public record EtsySettings(
    String keystring, String sharedSecret, String refreshToken, long shopId, String currency) {

  /** What the local platform uses. */
  public static final EtsySettings LOCAL =
      new EtsySettings(
          "kontor-local", "kontor-local-secret", "kontor-local-refresh-token", 40_000_001, "EUR");

  /**
   * {@code ETSY_…}, with the local platform's values where there is none.
   *
   * @throws IllegalArgumentException if the shop's id is not a number
   */
  public static EtsySettings read(Map<String, String> environment) {
    String shop = environment.getOrDefault("ETSY_SHOP_ID", Long.toString(LOCAL.shopId()));
    if (!shop.matches("[1-9][0-9]{0,14}")) {
      throw new IllegalArgumentException("ETSY_SHOP_ID is not the number of a shop: " + shop);
    }
    return new EtsySettings(
        environment.getOrDefault("ETSY_KEYSTRING", LOCAL.keystring()),
        environment.getOrDefault("ETSY_SHARED_SECRET", LOCAL.sharedSecret()),
        environment.getOrDefault("ETSY_REFRESH_TOKEN", LOCAL.refreshToken()),
        Long.parseLong(shop),
        environment.getOrDefault("ETSY_SHOP_CURRENCY", LOCAL.currency()));
  }

  @Override
  public String toString() {
    return "EtsySettings[" + keystring + ", " + shopId + "]";
  }
}
