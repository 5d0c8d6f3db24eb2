package kontor.connector.sale;

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

  /** The marketplace knows of our shipment. */
  record Shipped(MarketplaceOrderReceived received) implements Sale {}

  /** The marketplace ended it. */
  record Cancelled(MarketplaceOrderReceived received) implements Sale {}

  /** Never refuses: it happened. */
  static Sale evolve(Sale state, MarketplaceOrderEvent event) {
    if (event instanceof MarketplaceOrderReceived e) {
      return new Open(e);
    }
    if (event instanceof MarketplaceOrderCancelled) {
      return new Cancelled(received(state));
    }
    if (event instanceof ShipmentConfirmed) {
      return new Shipped(received(state));
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private static MarketplaceOrderReceived received(Sale state) {
    if (state instanceof Open s) {
      return s.received();
    }
    if (state instanceof Shipped s) {
      return s.received();
    }
    if (state instanceof Cancelled s) {
      return s.received();
    }
    throw new IllegalStateException("not heard of");
  }
}
