package kontor.sandbox.ebay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The desks of all sellers. Used inside {@link kontor.sandbox.state.Store#change} only. */
final class Desks {

  private final Sellers sellers;
  private final Desk.Shared shared;
  private final Map<Seller, Desk> open = new HashMap<>();

  Desks(Sellers sellers, Desk.Shared shared) {
    this.sellers = sellers;
    this.shared = shared;
  }

  Sellers sellers() {
    return sellers;
  }

  Desk first() {
    return of(sellers.first());
  }

  /** The desk of this seller; the first one's where nobody is named. */
  Optional<Desk> find(String username) {
    return username.isEmpty() ? Optional.of(first()) : sellers.find(username).map(this::of);
  }

  List<Desk> all() {
    return sellers.all().stream().map(this::of).toList();
  }

  private Desk of(Seller seller) {
    return open.computeIfAbsent(seller, one -> Desk.of(one, shared));
  }
}
