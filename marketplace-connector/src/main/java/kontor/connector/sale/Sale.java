package kontor.connector.sale;

import java.util.Optional;
import kontor.contracts.marketplace.AfterSaleEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.FulfilledThere;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderLapsed;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;

/** Where a sale on a marketplace stands for us. */
public sealed interface Sale {

  /** What was told of it so far. */
  default Told told() {
    return Told.NOTHING;
  }

  /** Not heard of. */
  record Unknown() implements Sale {}

  /** The marketplace waits for the buyer's money; the units are held. */
  record Waiting() implements Sale {}

  /** It ended while it waited: there never was an order. */
  record Lapsed() implements Sale {}

  /** Taken over; to be shipped, or shipped. */
  record Open(MarketplaceOrderReceived received, Told told) implements Sale {}

  /** Paid, and shipped by the marketplace. */
  record Theirs(Told told) implements Sale {}

  /**
   * The marketplace ended it.
   *
   * @param received empty for a sale that the marketplace would have shipped
   */
  record Cancelled(Optional<MarketplaceOrderReceived> received, Told told) implements Sale {}

  /** Never refuses: it happened. */
  static Sale evolve(Sale state, MarketplaceOrderEvent event) {
    if (event instanceof MarketplaceOrderAwaited) {
      return new Waiting();
    }
    if (event instanceof MarketplaceOrderLapsed) {
      return new Lapsed();
    }
    if (event instanceof MarketplaceOrderReceived e) {
      return new Open(e, Told.NOTHING);
    }
    if (event instanceof FulfilledThere) {
      return new Theirs(Told.NOTHING);
    }
    if (event instanceof MarketplaceOrderCancelled) {
      return new Cancelled(received(state), state.told());
    }
    if (event instanceof ShipmentConfirmed e) {
      return with(state, state.told().fulfilled(e.fulfilmentId()));
    }
    if (event instanceof AfterSaleEvent e) {
      return with(state, state.told().evolve(e));
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private static Sale with(Sale state, Told told) {
    if (state instanceof Open s) {
      return new Open(s.received(), told);
    }
    if (state instanceof Cancelled s) {
      return new Cancelled(s.received(), told);
    }
    return state instanceof Theirs ? new Theirs(told) : state;
  }

  /** As it was reported first; empty for a sale of which there is no order. */
  static Optional<MarketplaceOrderReceived> received(Sale state) {
    if (state instanceof Open s) {
      return Optional.of(s.received());
    }
    return state instanceof Cancelled s ? s.received() : Optional.empty();
  }
}
