package kontor.analytics.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.analytics.sales.FigureKey.ChannelDay;
import kontor.analytics.sales.Outcome.Counted;
import kontor.analytics.sales.Outcome.Repeated;
import kontor.analytics.sales.Outcome.TooEarly;
import kontor.contracts.order.ChangeEvent;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.ParcelEvent;
import kontor.contracts.order.ReturnEvent;

/**
 * Counts an order's events, each once. What happened is booked on the day on which it happened, so
 * a day that is over changes no more: a refund lowers the revenue of the day of the refund.
 */
public final class SalesReducer {

  private final ZoneId zone;

  /**
   * @param zone where a day begins
   */
  public SalesReducer(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @param before what is known of the order, empty before its first event
   */
  public Outcome apply(Optional<TrackedOrder> before, long version, OrderEvent event) {
    long counted = before.map(TrackedOrder::version).orElse(0L);
    if (version <= counted) {
      return new Repeated();
    }
    if (version > counted + 1) {
      return new TooEarly(counted + 1);
    }
    if (event instanceof OrderPlaced placed) {
      TrackedOrder order = TrackedOrder.of(placed, version);
      return new Counted(order, List.of(booking(order, day(placed.placedAt()), Tally.ofPlaced())));
    }
    TrackedOrder order =
        before.orElseThrow(
            () -> new IllegalArgumentException("an order that does not begin by being placed"));
    return later(order.at(version), event);
  }

  private Counted later(TrackedOrder order, OrderEvent event) {
    if (event instanceof OrderConfirmed e) {
      return confirmed(order, day(e.confirmedAt()));
    }
    if (event instanceof OrderCancelled e) {
      return cancelled(order, day(e.cancelledAt()));
    }
    if (event instanceof OrderRejected e) {
      return one(order, booking(order, day(e.rejectedAt()), Tally.ofRejected()));
    }
    if (event instanceof OrderReturned e) {
      return GoodsBack.returned(order, e, day(e.returnedAt()));
    }
    if (event instanceof OrderRefunded e) {
      return refunded(order, e.amount().minor(), day(e.refundedAt()));
    }
    if (event instanceof LinesCancelled e) {
      return GoodsBack.cancelled(order, e, day(e.cancelledAt()));
    }
    if (event instanceof PaymentAuthorised
        || event instanceof PaymentRequested
        || event instanceof OrderPaid
        || event instanceof OrderShipped
        || event instanceof ChangeEvent
        || event instanceof ParcelEvent
        || event instanceof ReturnEvent) {
      return new Counted(order, List.of()); // the revenue counts since the confirmation
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private static Counted confirmed(TrackedOrder order, LocalDate day) {
    List<Booking> bookings = new ArrayList<>();
    Tally whole = Tally.ofConfirmed(GoodsBack.unitsLeft(order), order.gross(), order.tax());
    bookings.add(booking(order, day, whole));
    bookings.addAll(GoodsBack.articlesLeft(order, day, 1));
    return new Counted(order.counting(true), bookings);
  }

  /** Takes back what still counts of it. */
  static Counted cancelled(TrackedOrder order, LocalDate day) {
    if (!order.sold()) {
      return one(order, booking(order, day, Tally.ofCancelled(0, 0, 0)));
    }
    List<Booking> bookings = new ArrayList<>();
    Tally rest =
        Tally.ofCancelled(
            -GoodsBack.unitsLeft(order),
            order.refunded() - order.gross(),
            taxOf(order, order.refunded()) - order.tax());
    bookings.add(booking(order, day, rest));
    bookings.addAll(GoodsBack.articlesLeft(order, day, -1));
    return new Counted(order.counting(false), bookings);
  }

  static Counted refunded(TrackedOrder order, long amount, LocalDate day) {
    if (!order.sold()) {
      return new Counted(order, List.of()); // nothing of it counts
    }
    TrackedOrder after = order.refunding(amount);
    long tax = taxOf(order, order.refunded()) - taxOf(order, after.refunded());
    return one(after, booking(order, day, Tally.ofGoods(0, -amount, tax)));
  }

  /** The VAT in a part of the order's sum, on the sum of all parts, so that no cent is lost. */
  private static long taxOf(TrackedOrder order, long part) {
    return Shares.of(order.tax(), part, order.gross());
  }

  private static Counted one(TrackedOrder order, Booking booking) {
    return new Counted(order, List.of(booking));
  }

  static Booking booking(TrackedOrder order, LocalDate day, Tally tally) {
    return new Booking(new ChannelDay(day, order.channel(), order.currency()), tally);
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
