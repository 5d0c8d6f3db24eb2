package kontor.sandbox.etsy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** All shops: the first one of the settings, and those that the director opened. */
public final class Shops {

  private final Shop first;
  private final Table<Shop> kept;

  Shops(EtsySettings settings, Store store) {
    this.first = new Shop(settings.shopId(), settings.currency(), settings.refreshToken());
    this.kept = store.table("etsy-shops", Shop.class);
  }

  /** The shop of the settings. */
  public Shop first() {
    return kept.get(key(first.shopId())).orElse(first);
  }

  /** The shop of this number. */
  public Optional<Shop> find(long shopId) {
    return all().stream().filter(shop -> shop.shopId() == shopId).findFirst();
  }

  Optional<Shop> byRefreshToken(String token) {
    return all().stream()
        .filter(shop -> !token.isEmpty() && shop.refreshToken().equals(token))
        .findFirst();
  }

  /** Opens a shop, or changes it. */
  public void put(Shop shop) {
    kept.put(key(shop.shopId()), shop);
  }

  /** The first one, then those opened later. */
  public List<Shop> all() {
    List<Shop> all = new ArrayList<>(List.of(first()));
    kept.all().stream().filter(shop -> shop.shopId() != first.shopId()).forEach(all::add);
    return all;
  }

  private static String key(long shopId) {
    return Long.toString(shopId);
  }
}
