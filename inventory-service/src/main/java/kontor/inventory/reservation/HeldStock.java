package kontor.inventory.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.contracts.reservation.ReservationEvent.Reduction;
import kontor.contracts.reservation.ReservationEvent.ReservationAllocated;
import kontor.contracts.reservation.ReservationEvent.ReservationReduced;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.contracts.reservation.ReservationEvent.Shortage;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.UnitsAt;
import kontor.eventstore.Origin;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;

/**
 * Does on the stock of each SKU what a reservation wants or has decided. Doing it again does
 * nothing.
 */
final class HeldStock {

  private final Stock stock;

  HeldStock(Stock stock) {
    this.stock = stock;
  }

  /** Holds every line that there is enough of, and says of which there is not. */
  List<Shortage> hold(
      OrderPlaced placed, List<ReservedLine> wanted, Instant expiresAt, Origin origin) {
    List<Shortage> shortages = new ArrayList<>();
    for (ReservedLine line : wanted) {
      StockCommand reserve =
          new StockCommand.Reserve(
              placed.order(), placed.channel(), line.quantity(), expiresAt, placed.alreadySold());
      stock.handle(line.sku(), reserve, origin).stream()
          .filter(StockRejected.class::isInstance)
          .map(StockRejected.class::cast)
          .forEach(r -> shortages.add(new Shortage(r.sku(), r.wanted(), r.available())));
    }
    return shortages;
  }

  /** Of lines that are held, those of which more was sold than there is. */
  List<Shortage> oversold(List<ReservedLine> held) {
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

  /** Gives back or takes out only the units of one parcel or cancellation. */
  void reduce(ReservationReduced reduced, Origin origin) {
    for (ReservedLine line : reduced.lines()) {
      StockCommand command =
          reduced.kind() == Reduction.PICKED
              ? new StockCommand.PickPart(reduced.order(), line.quantity(), reduced.reference())
              : new StockCommand.ReleasePart(reduced.order(), line.quantity(), reduced.reference());
      stock.handle(line.sku(), command, origin);
    }
  }

  /** Ties the units of each article to places. */
  void allocate(ReservationAllocated allocated, Origin origin) {
    Map<Sku, List<UnitsAt>> wishes = new TreeMap<>();
    for (Allocation wish : allocated.allocations()) {
      wishes
          .computeIfAbsent(wish.sku(), sku -> new ArrayList<>())
          .add(new UnitsAt(wish.location(), wish.quantity()));
    }
    wishes.forEach(
        (sku, places) ->
            stock.handle(
                sku, new StockCommand.Allocate(allocated.order(), places, "allocation"), origin));
  }

  /** Gives back all that the order still holds of these lines. */
  void release(OrderId order, List<ReservedLine> lines, Origin origin) {
    lines.forEach(line -> stock.handle(line.sku(), new StockCommand.Release(order), origin));
  }

  /** Takes out all that the order still holds of these lines. */
  void pick(OrderId order, List<ReservedLine> lines, Origin origin) {
    StockCommand pick = new StockCommand.Pick(order);
    lines.forEach(line -> stock.handle(line.sku(), pick, origin));
  }
}
