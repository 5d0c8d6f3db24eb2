package kontor.sandbox.amazon.seller;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one application of this sandbox and its first seller.
 *
 * @param marketplaceIds where the seller sells
 * @param models a folder with Amazon's Swagger documents; with it every request is checked against
 *     them too, and their examples are served
 */
public record AmazonSettings(
    String clientId,
    String clientSecret,
    String refreshToken,
    String sellerId,
    List<String> marketplaceIds,
    @Nullable Path models) {

  /** The German marketplace. */
  public static final String GERMANY = "A1PA6795UKMFR9";

  /** What the local platform uses. */
  public static final AmazonSettings LOCAL =
      new AmazonSettings(
          "kontor-local",
          "kontor-local-secret",
          "kontor-local-refresh-token",
          "A1KONTORLOCAL0",
          List.of(GERMANY),
          null);

  public AmazonSettings {
    marketplaceIds = List.copyOf(marketplaceIds);
  }

  /** {@code AMAZON_…}, with the local platform's values where there is none. */
  public static AmazonSettings read(Map<String, String> environment) {
    String models = environment.getOrDefault("AMAZON_MODELS", "");
    String places = environment.getOrDefault("AMAZON_MARKETPLACE_IDS", GERMANY);
    return new AmazonSettings(
        environment.getOrDefault("AMAZON_CLIENT_ID", LOCAL.clientId()),
        environment.getOrDefault("AMAZON_CLIENT_SECRET", LOCAL.clientSecret()),
        environment.getOrDefault("AMAZON_REFRESH_TOKEN", LOCAL.refreshToken()),
        environment.getOrDefault("AMAZON_SELLER_ID", LOCAL.sellerId()),
        List.of(places.split(",")),
        models.isEmpty() ? null : Path.of(models));
  }

  /** The same with Amazon's documents in {@code folder}. */
  public AmazonSettings withModels(Path folder) {
    return new AmazonSettings(
        clientId, clientSecret, refreshToken, sellerId, marketplaceIds, folder);
  }

  Seller seller() {
    return new Seller(sellerId, refreshToken, marketplaceIds);
  }

  @Override
  public String toString() {
    return "AmazonSettings[" + clientId + ", " + sellerId + "]";
  }
}
