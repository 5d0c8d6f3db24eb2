package kontor.order.lifecycle;

import java.time.Instant;
import java.util.List;
import kontor.contracts.order.ChangeEvent.HoldLifted;
import kontor.contracts.order.ChangeEvent.OrderPutOnHold;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.ParcelEvent.OrderCompleted;
import kontor.contracts.order.ParcelEvent.OrderDelivered;
import org.jspecify.annotations.Nullable;

/** Where an order stands. Each state knows what its rules need. */
public sealed interface Order {

  /** Nobody placed it. */
  record Absent() implements Order {}

  /**
   * Placed: stock and payment are open.
   *
   * @param request what the buyer has to pay first
   */
  record Placed(OrderPlaced placed, @Nullable PaymentRequested request, Books books)
      implements Order {}

  /** Payment is guaranteed; the confirmation follows in the same commit. */
  record Authorised(OrderPlaced placed, PaymentAuthorised payment, Books books) implements Order {}

  /**
   * Taken: it is fulfilled, and may come back.
   *
   * @param since when it came to its stage
   * @param heldBy who put it on hold, if a marketplace did; absent: somebody here, or nobody
   */
  record Confirmed(
      OrderPlaced placed,
      PaymentAuthorised payment,
      Goods goods,
      Returns returns,
      Books books,
      Stage stage,
      Instant since,
      @Nullable CancelledBy heldBy)
      implements Order {

    List<OrderLine> lines() {
      return placed.lines();
    }

    private Confirmed at(Stage now, Instant when) {
      return new Confirmed(placed, payment, goods, returns, books, now, when, null);
    }

    private Confirmed evolve(OrderEvent event) {
      Confirmed now =
          new Confirmed(
              placed,
              payment,
              goods.evolve(event, lines()),
              returns.evolve(event),
              books.evolve(event),
              stage,
              since,
              heldBy);
      if (event instanceof OrderPutOnHold e) {
        return new Confirmed(
            placed, payment, goods, returns, books, Stage.ON_HOLD, e.heldAt(), e.by());
      }
      if (event instanceof HoldLifted e) {
        return now.at(Stage.OPEN, e.liftedAt());
      }
      if (event instanceof OrderShipped e) {
        return now.at(Stage.SHIPPED, e.shippedAt());
      }
      if (event instanceof OrderDelivered e) {
        return now.at(Stage.DELIVERED, e.deliveredAt());
      }
      return event instanceof OrderCompleted e ? now.at(Stage.COMPLETED, e.completedAt()) : now;
    }
  }

  /**
   * Ended without being shipped: rejected or cancelled. Money may still come in, and goes back.
   *
   * @param provider who has the money, if somebody has
   */
  record Ended(OrderPlaced placed, OrderEvent end, @Nullable String provider, Books books)
      implements Order {}

  /** Never refuses: it happened. */
  static Order evolve(Order state, OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      return new Placed(e, null, Books.open(e.totals().grand().currency()));
    }
    if (event instanceof OrderRejected || event instanceof OrderCancelled) {
      return new Ended(placed(state), event, provider(state), books(state));
    }
    if (state instanceof Placed was) {
      return evolve(was, event);
    }
    if (state instanceof Authorised was && event instanceof OrderConfirmed e) {
      return new Confirmed(
          was.placed(),
          was.payment(),
          Goods.NONE,
          Returns.NONE,
          was.books(),
          Stage.OPEN,
          e.confirmedAt(),
          null);
    }
    if (state instanceof Authorised was) {
      return new Authorised(was.placed(), was.payment(), was.books().evolve(event));
    }
    if (state instanceof Confirmed was) {
      return was.evolve(event);
    }
    if (state instanceof Ended was) {
      return new Ended(was.placed(), was.end(), was.provider(), was.books().evolve(event));
    }
    throw new IllegalArgumentException("no rule for " + event + " in " + state);
  }

  private static Order evolve(Placed was, OrderEvent event) {
    if (event instanceof PaymentAuthorised e) {
      return new Authorised(was.placed(), e, was.books());
    }
    PaymentRequested request = event instanceof PaymentRequested e ? e : was.request();
    return new Placed(was.placed(), request, was.books().evolve(event));
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
    if (state instanceof Ended s) {
      return s.placed();
    }
    throw new IllegalStateException("nobody placed it");
  }

  /** The money that came in and went back. */
  static Books books(Order state) {
    if (state instanceof Placed s) {
      return s.books();
    }
    if (state instanceof Authorised s) {
      return s.books();
    }
    if (state instanceof Confirmed s) {
      return s.books();
    }
    if (state instanceof Ended s) {
      return s.books();
    }
    throw new IllegalStateException("nobody placed it");
  }

  private static @Nullable String provider(Order state) {
    if (state instanceof Placed s) {
      return s.placed().exchange() != null ? ExchangeOf.PROVIDER : asked(s);
    }
    return state instanceof Confirmed s ? s.payment().provider() : null;
  }

  private static @Nullable String asked(Placed state) {
    return state.request() == null ? null : state.request().provider();
  }
}
