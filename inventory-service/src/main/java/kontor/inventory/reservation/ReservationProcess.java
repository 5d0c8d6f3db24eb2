package kontor.inventory.reservation;

import java.time.Instant;
import java.util.List;
import kontor.contracts.OrderId;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderLapsed;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.contracts.reservation.ReservationEvent.Reduction;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservationAllocated;
import kontor.contracts.reservation.ReservationEvent.ReservationFulfilled;
import kontor.contracts.reservation.ReservationEvent.ReservationKept;
import kontor.contracts.reservation.ReservationEvent.ReservationReduced;
import kontor.contracts.reservation.ReservationEvent.ReservationRejected;
import kontor.contracts.reservation.ReservationEvent.ReservationReleased;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.eventstore.Origin;
import kontor.inventory.stock.Assortment;
import kontor.inventory.stock.Stock;

/**
 * Holds stock for orders, all lines or none, and gives it back or lets it go as the order ends or
 * goes on in parts. The reservation's own stream decides; what it decided is then carried out on
 * the stock, where doing it again does nothing. So a crash between any two steps is made good by
 * the repetition.
 */
public final class ReservationProcess {

  private final HeldStock stock;
  private final ReturnedGoods returns;
  private final Assortment assortment;
  private final Reservations reservations;
  private final AllocationPlan plan;
  private final HoldTime time;
  private final GrantedWishes wishes;

  public ReservationProcess(
      Stock stock,
      Assortment assortment,
      Reservations reservations,
      AllocationPlan plan,
      HoldTime time) {
    this.stock = new HeldStock(stock);
    this.returns = new ReturnedGoods(stock);
    this.assortment = assortment;
    this.reservations = reservations;
    this.plan = plan;
    this.time = time;
    this.wishes = new GrantedWishes(this.stock, assortment, reservations);
  }

  /** Follows the order. */
  public void on(OrderEvent event, Origin origin) {
    if (event instanceof OrderPlaced placed) {
      wishes.place(Wish.of(placed, time), origin);
    } else if (event instanceof PaymentRequested e) {
      // longer than the order waits, so that the order decides what becomes of it
      Instant until = e.dueAt().plus(time.usual());
      reservations.decide(e.order(), origin, r -> ReservationDecider.extend(r, until));
    } else if (event instanceof OrderConfirmed) {
      reservations.decide(event.order(), origin, ReservationDecider::keep);
    } else if (event instanceof OrderCancelled) {
      reservations.decide(
          event.order(), origin, r -> ReservationDecider.release(r, ReleaseReason.CANCELLED));
    } else if (event instanceof OrderRejected) {
      reservations.decide(
          event.order(), origin, r -> ReservationDecider.release(r, ReleaseReason.REJECTED));
    } else if (event instanceof LinesCancelled e) {
      reduce(e.order(), "cancellation/" + e.cancellation(), e.lines(), Reduction.RELEASED, origin);
    } else if (event instanceof ParcelShipped e) {
      reduce(e.order(), "parcel/" + e.parcel(), e.lines(), Reduction.PICKED, origin);
    } else if (event instanceof OrderShipped) {
      reservations.decide(event.order(), origin, ReservationDecider::fulfil);
    } else if (event instanceof OrderReturned e) {
      List<ReservedLine> units =
          e.lines().stream().map(l -> new ReservedLine(l.sku(), l.quantity())).toList();
      returns.takeBack(e, Bundles.of(reservations.of(e.order()), assortment, units), origin);
    }
  }

  /**
   * Follows a sale that waits for its money: it holds its units under the id of the order that it
   * becomes, and gives them back when it ends without one. What is said of later sales is the
   * order's matter.
   */
  public void on(MarketplaceOrderEvent event, Origin origin) {
    if (event instanceof MarketplaceOrderAwaited sale) {
      wishes.await(Wish.of(sale), origin);
    } else if (event instanceof MarketplaceOrderLapsed sale) {
      reservations.decide(
          OrderId.ofSale(sale.channel(), sale.account(), sale.externalId()),
          origin,
          r -> ReservationDecider.release(r, ReleaseReason.CANCELLED));
    }
  }

  /**
   * Carries out on the stock what a reservation has decided.
   *
   * @param version of the event in the reservation's stream
   */
  public void on(ReservationEvent event, long version, Origin origin) {
    if (event instanceof ReservationReleased || event instanceof ReservationRejected) {
      stock.release(event.order(), last(reservations.at(event.order(), version)), origin);
    } else if (event instanceof ReservationFulfilled) {
      stock.pick(event.order(), last(reservations.at(event.order(), version)), origin);
    } else if (event instanceof ReservationReduced reduced) {
      stock.reduce(reduced, origin);
    } else if (event instanceof ReservationKept) {
      allocate(event.order(), reservations.at(event.order(), version), origin);
    } else if (event instanceof ReservationAllocated allocated) {
      stock.allocate(allocated, origin);
    }
  }

  /** Lets go what was held too long without being confirmed. */
  public void expire(OrderId order) {
    reservations.decide(
        order,
        Origin.of("inventory", order.value()),
        reservation -> ReservationDecider.expire(reservation, time.now()));
  }

  private void allocate(OrderId order, Reservation known, Origin origin) {
    if (known instanceof Reservation.Held held && !held.allocated()) {
      List<Allocation> wishes = plan.of(held);
      if (!wishes.isEmpty()) {
        reservations.decide(order, origin, r -> ReservationDecider.allocate(r, wishes));
      }
    }
  }

  private void reduce(
      OrderId order, String reference, List<LineUnits> lines, Reduction kind, Origin origin) {
    List<ReservedLine> units =
        lines.stream().map(l -> new ReservedLine(l.sku(), l.quantity())).toList();
    reservations.decide(
        order,
        origin,
        r ->
            ReservationDecider.reduce(
                r, reference, Bundles.of(r, assortment, units).articles(units), kind));
  }

  /** As noted with the reservation; as the assortment is now where none was noted. */
  private static List<ReservedLine> last(Reservation reservation) {
    return reservation instanceof Reservation.Ended ended ? ended.lines() : List.of();
  }
}
