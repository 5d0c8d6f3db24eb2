package kontor.sandbox.ebay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** All sellers: the one of the settings, and those that the director added. */
public final class Sellers {

  private final Seller first;
  private final Table<Seller> added;

  Sellers(Credentials credentials, Store store) {
    this.first = new Seller(Seller.LOCAL, credentials.refreshToken(), "DE");
    this.added = store.table("ebay-sellers", Seller.class);
  }

  /** The seller of the settings. */
  public Seller first() {
    return added.get(first.username()).orElse(first);
  }

  /** The first one, then those added. */
  public List<Seller> all() {
    List<Seller> all = new ArrayList<>(List.of(first()));
    added.all().stream().filter(s -> !s.username().equals(first.username())).forEach(all::add);
    return all;
  }

  /** The seller of this name. */
  public Optional<Seller> find(String username) {
    return all().stream().filter(seller -> seller.username().equals(username)).findFirst();
  }

  Optional<Seller> byRefreshToken(String token) {
    return all().stream().filter(seller -> seller.refreshToken().equals(token)).findFirst();
  }

  /** Adds a seller, or replaces one. */
  public void put(Seller seller) {
    added.put(seller.username(), seller);
  }
}
