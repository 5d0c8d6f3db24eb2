package kontor.inventory.reservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kontor.contracts.LocationId;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.reservation.ReservationEvent;
import kontor.contracts.reservation.ReservationEvent.ReleaseReason;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.contracts.reservation.ReservationEvent.Shortage;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.eventstore.Origin;
import kontor.eventstore.command.Aggregates;
import kontor.inventory.stock.Assortment;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;

/**
 * Holds stock for orders, all lines or none, and gives it back or lets it go as the order ends. The
 * reservation's own stream decides; what it decided is then carried out on the stock, where doing
 * it again does nothing. So a crash between any two steps is made good by the repetition.
 */
public final class ReservationProcess {

  private final Stock stock;
  private final Assortment assortment;
  private final Aggregates<Reservation, ReservationEvent> reservations;
  private final Duration hold;
  private final Clock clock;

  /**
   * @param hold how long units are held for an order that is not confirmed
   */
  public ReservationProcess(
      Stock stock,
      Assortment assortment,
      Aggregates<Reservation, ReservationEvent> reservations,
      Duration hold,
      Clock clock) {
    this.stock = stock;
    this.assortment = assortment;
    this.reservations = reservations;
    this.hold = hold;
    this.clock = clock;
  }

  /** Follows the order. */
  public void on(OrderEvent event, Origin origin) {
    if (event instanceof OrderPlaced placed) {
      reserve(placed, origin);
    } else if (event instanceof OrderConfirmed) {
      decide(event.order(), origin, ReservationDecider::keep);
    } else if (event instanceof OrderCancelled) {
      decide(event.order(), origin, r -> ReservationDecider.release(r, ReleaseReason.CANCELLED));
    } else if (event instanceof OrderRejected) {
      decide(event.order(), origin, r -> ReservationDecider.release(r, ReleaseReason.REJECTED));
    } else if (event instanceof OrderShipped) {
      decide(event.order(), origin, ReservationDecider::fulfil);
    } else if (event instanceof OrderReturned returned) {
      takeBack(returned, origin);
    }
  }

  /** Carries out on the stock what a reservation has decided. */
  public void on(ReservationEvent event, Origin origin) {
    if (event instanceof ReservationEvent.ReservationReleased
        || event instanceof ReservationEvent.ReservationRejected) {
      eachLine(event.order(), origin, new StockCommand.Release(event.order()));
    } else if (event instanceof ReservationEvent.ReservationFulfilled) {
      eachLine(event.order(), origin, new StockCommand.Pick(event.order(), LocationId.MAIN));
    }
  }

  /** Lets go what was held too long without being confirmed. */
  public void expire(OrderId order) {
    decide(
        order,
        Origin.of("inventory", order.value()),
        reservation -> ReservationDecider.expire(reservation, clock.instant()));
  }

  private void reserve(OrderPlaced placed, Origin origin) {
    if (!(reservations.refresh(placed.order().value()).state() instanceof Reservation.Undecided)) {
      return; // reserved or refused before
    }
    Instant expiresAt = clock.instant().plus(hold);
    List<ReservedLine> wanted = articles(placed.lines());
    List<Shortage> shortages = new ArrayList<>();
    for (ReservedLine line : wanted) {
      StockCommand reserve =
          new StockCommand.Reserve(
              placed.order(), line.quantity(), expiresAt, placed.alreadySold());
      stock.handle(line.sku(), reserve, origin).stream()
          .filter(StockRejected.class::isInstance)
          .map(StockRejected.class::cast)
          .forEach(r -> shortages.add(new Shortage(r.sku(), r.wanted(), r.available())));
    }
    settle(placed, wanted, shortages, expiresAt, origin);
  }

  /** The reservation's stream has the last word: if it ended meanwhile, nothing may stay held. */
  private void settle(
      OrderPlaced placed,
      List<ReservedLine> wanted,
      List<Shortage> shortages,
      Instant expiresAt,
      Origin origin) {
    if (!shortages.isEmpty()) {
      decide(placed.order(), origin, r -> ReservationDecider.reject(r, wanted, shortages));
      return;
    }
    List<Shortage> oversold = placed.alreadySold() ? oversold(wanted) : List.of();
    Reservation now =
        decide(
            placed.order(), origin, r -> ReservationDecider.grant(r, wanted, oversold, expiresAt));
    if (now instanceof Reservation.Ended) {
      eachLine(placed.order(), origin, new StockCommand.Release(placed.order()));
    }
  }

  /** What lies on the shelf for these lines, bundles taken apart, in the order of SKUs. */
  private List<ReservedLine> articles(List<OrderLine> lines) {
    Map<Sku, Quantity> units = new TreeMap<>();
    for (OrderLine line : lines) {
      List<BundleComponent> components = assortment.components(line.sku());
      if (components.isEmpty()) {
        units.merge(line.sku(), line.quantity(), Quantity::plus);
      }
      for (BundleComponent part : components) {
        int needed = Math.multiplyExact(part.quantity().value(), line.quantity().value());
        units.merge(part.sku(), new Quantity(needed), Quantity::plus);
      }
    }
    return units.entrySet().stream()
        .map(entry -> new ReservedLine(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<Shortage> oversold(List<ReservedLine> held) {
    List<Shortage> oversold = new ArrayList<>();
    for (ReservedLine line : held) {
      int available = stock.level(line.sku()).available();
      if (available < 0) {
        int there = Math.max(0, line.quantity().value() + available);
        oversold.add(new Shortage(line.sku(), line.quantity(), new Quantity(there)));
      }
    }
    return oversold;
  }

  private void takeBack(OrderReturned returned, Origin origin) {
    for (ReturnedLine line : returned.lines()) {
      List<BundleComponent> components = assortment.components(line.sku());
      if (components.isEmpty()) {
        takeBack(returned, line.line(), line.sku(), line.quantity(), origin);
      }
      for (BundleComponent part : components) {
        int units = Math.multiplyExact(part.quantity().value(), line.quantity().value());
        takeBack(returned, line.line(), part.sku(), new Quantity(units), origin);
      }
    }
  }

  private void takeBack(
      OrderReturned returned, int line, Sku sku, Quantity quantity, Origin origin) {
    String reference = returned.rma() + "/" + line;
    stock.handle(
        sku,
        new StockCommand.TakeBack(returned.order(), reference, LocationId.MAIN, quantity),
        origin);
  }

  private void eachLine(OrderId order, Origin origin, StockCommand command) {
    for (ReservedLine line : linesOf(order)) {
      stock.handle(line.sku(), command, origin);
    }
  }

  private List<ReservedLine> linesOf(OrderId order) {
    return reservations.refresh(order.value()).state() instanceof Reservation.Ended ended
        ? ended.lines()
        : List.of();
  }

  private Reservation decide(
      OrderId order, Origin origin, Function<Reservation, List<ReservationEvent>> rule) {
    return reservations.update(order.value(), origin, rule).state();
  }
}
