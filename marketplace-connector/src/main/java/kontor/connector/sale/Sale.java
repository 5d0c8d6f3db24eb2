package kontor.connector.sale;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;

/** Where a sale on a marketplace stands for us. */
public sealed interface Sale {

  /** Not heard of. */
  record Unknown() implements Sale {}

  /** Taken over; to be shipped. */
  record Open(MarketplaceOrderReceived received) implements Sale {}

  /**
   * The marketplace knows of parcels of ours.
   *
   * @param fulfilments the marketplace's ids of them
   */
  record Shipped(MarketplaceOrderReceived received, Set<String> fulfilments) implements Sale {
    public Shipped {
      fulfilments = Set.copyOf(fulfilments);
    }
  }

  /** The marketplace ended it. */
  record Cancelled(MarketplaceOrderReceived received) implements Sale {}

  /** Never refuses: it happened. */
  static Sale evolve(Sale state, MarketplaceOrderEvent event) {
    if (event instanceof MarketplaceOrderReceived e) {
      return new Open(e);
    }
    if (event instanceof MarketplaceOrderCancelled) {
      return new Cancelled(received(state).orElseThrow());
    }
    if (event instanceof ShipmentConfirmed e) {
      Set<String> known = new HashSet<>(state instanceof Shipped s ? s.fulfilments() : Set.of());
      known.add(e.fulfilmentId());
      return new Shipped(received(state).orElseThrow(), known);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  /** As it was reported first; empty for a sale that was never heard of. */
  static Optional<MarketplaceOrderReceived> received(Sale state) {
    if (state instanceof Open s) {
      return Optional.of(s.received());
    }
    if (state instanceof Shipped s) {
      return Optional.of(s.received());
    }
    return state instanceof Cancelled s ? Optional.of(s.received()) : Optional.empty();
  }
}
