package kontor.sandbox.amazon.seller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** All sellers: the first one of the settings, and those that the director added. */
public final class Sellers {

  private final Seller first;
  private final Table<Seller> added;

  public Sellers(AmazonSettings settings, Store store) {
    this.first = settings.seller();
    this.added = store.table("amazon-sellers", Seller.class);
  }

  /** The account of this id. */
  public Optional<Seller> find(String sellerId) {
    return all().stream().filter(seller -> seller.sellerId().equals(sellerId)).findFirst();
  }

  Optional<Seller> byRefreshToken(String token) {
    return all().stream().filter(seller -> seller.refreshToken().equals(token)).findFirst();
  }

  /** The seller of the settings. */
  public Seller first() {
    return added.get(first.sellerId()).orElse(first);
  }

  /** Adds an account, or replaces it. */
  public void put(Seller seller) {
    added.put(seller.sellerId(), seller);
  }

  /** The first one, then those added. */
  public List<Seller> all() {
    List<Seller> all = new ArrayList<>(List.of(first()));
    added.all().stream().filter(s -> !s.sellerId().equals(first.sellerId())).forEach(all::add);
    return all;
  }
}
