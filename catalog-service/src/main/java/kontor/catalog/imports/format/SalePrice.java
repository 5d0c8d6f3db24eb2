package kontor.catalog.imports.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.price.PriceEvent.Price;

/** A regular price and, perhaps for a time only, a lower one. */
final class SalePrice {

  private SalePrice() {}

  /** As prices for everybody everywhere. */
  static List<Price> prices(
      Optional<Money> regular,
      Optional<Money> sale,
      Optional<Instant> from,
      Optional<Instant> until,
      boolean taxIncluded) {
    List<Price> prices = new ArrayList<>();
    regular.ifPresent(
        amount -> prices.add(price(amount, taxIncluded, Optional.empty(), Optional.empty())));
    boolean lower = sale.isPresent() && regular.map(r -> sale.get().compareTo(r) < 0).orElse(true);
    if (lower && (from.isPresent() || until.isPresent())) {
      prices.add(price(sale.get(), taxIncluded, from, until));
    } else if (lower) {
      // Without a period the lower price simply is the price.
      return List.of(price(sale.get(), taxIncluded, from, until));
    }
    return prices;
  }

  private static Price price(
      Money amount, boolean taxIncluded, Optional<Instant> from, Optional<Instant> until) {
    return new Price(amount, taxIncluded, 1, null, null, from.orElse(null), until.orElse(null));
  }
}
