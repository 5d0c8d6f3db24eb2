package kontor.order.lifecycle;

import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;

/** Where an order stands. Each state knows what its rules need. */
public sealed interface Order {

  /** Nobody placed it. */
  record Absent() implements Order {}

  /** Placed: stock and payment are open. */
  record Placed(OrderPlaced placed) implements Order {}

  /** Payment is guaranteed; the confirmation follows in the same commit. */
  record Authorised(OrderPlaced placed, PaymentAuthorised payment) implements Order {}

  /** To be fulfilled. */
  record Confirmed(OrderPlaced placed, PaymentAuthorised payment) implements Order {}

  /** With the carrier, or with the buyer. */
  record Shipped(OrderPlaced placed, PaymentAuthorised payment, Settlement books)
      implements Order {}

  /** Ended without being shipped: rejected or cancelled. */
  record Ended(OrderPlaced placed, OrderEvent end) implements Order {}

  /** Never refuses: it happened. */
  static Order evolve(Order state, OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      return new Placed(e);
    }
    if (event instanceof PaymentAuthorised e) {
      return new Authorised(placed(state), e);
    }
    if (event instanceof OrderConfirmed && state instanceof Authorised was) {
      return new Confirmed(was.placed(), was.payment());
    }
    if (event instanceof OrderRejected || event instanceof OrderCancelled) {
      return new Ended(placed(state), event);
    }
    if (event instanceof OrderShipped && state instanceof Confirmed was) {
      return new Shipped(
          was.placed(), was.payment(), Settlement.open(was.payment().amount().currency()));
    }
    if (state instanceof Shipped was) {
      return new Shipped(was.placed(), was.payment(), was.books().evolve(event));
    }
    throw new IllegalArgumentException("no rule for " + event + " in " + state);
  }

  /** The order as it was placed. */
  static OrderPlaced placed(Order state) {
    if (state instanceof Placed s) {
      return s.placed();
    }
    if (state instanceof Authorised s) {
      return s.placed();
    }
    if (state instanceof Confirmed s) {
      return s.placed();
    }
    if (state instanceof Shipped s) {
      return s.placed();
    }
    if (state instanceof Ended s) {
      return s.placed();
    }
    throw new IllegalStateException("nobody placed it");
  }
}
