package kontor.inventory.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.reservation.ReservationEvent.Allocation;
import kontor.contracts.reservation.ReservationEvent.BackorderedLine;
import kontor.contracts.reservation.ReservationEvent.Reduction;
import kontor.contracts.reservation.ReservationEvent.ReservationAllocated;
import kontor.contracts.reservation.ReservationEvent.ReservationReduced;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;
import kontor.contracts.reservation.ReservationEvent.Shortage;
import kontor.contracts.stock.StockEvent.Backordered;
import kontor.contracts.stock.StockEvent.StockRejected;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.StockEvent.UnitsAt;
import kontor.eventstore.Origin;
import kontor.inventory.stock.Backlog;
import kontor.inventory.stock.Stock;
import kontor.inventory.stock.StockCommand;
import org.jspecify.annotations.Nullable;

/**
 * Does on the stock of each SKU what a reservation wants or has decided. Doing it again does
 * nothing.
 */
final class HeldStock {

  private final Stock stock;

  HeldStock(Stock stock) {
    this.stock = stock;
  }

  /**
   * What came of holding an order's lines.
   *
   * @param shortages lines that are not held
   * @param backordered units of lines that are held, and are not here yet
   */
  record Outcome(List<Shortage> shortages, List<BackorderedLine> backordered) {}

  /**
   * Holds every line that there is enough of, and says of which there is not.
   *
   * @param articles the units of the wish, bundles taken apart
   */
  Outcome hold(Wish wish, List<ReservedLine> articles, Origin origin) {
    List<Shortage> shortages = new ArrayList<>();
    List<BackorderedLine> backordered = new ArrayList<>();
    for (ReservedLine line : articles) {
      StockCommand reserve =
          new StockCommand.Reserve(
              wish.order(), wish.channel(), line.quantity(), wish.expiresAt(), wish.alreadySold());
      List<Record> events = stock.handle(line.sku(), reserve, origin);
      for (Record event : events) {
        if (event instanceof StockRejected r) {
          shortages.add(new Shortage(r.sku(), r.wanted(), r.available()));
        } else if (event instanceof StockReserved r) {
          waiting(r.sku(), r.backordered()).ifPresent(backordered::add);
        }
      }
      if (events.isEmpty()) { // held before, when the process died
        Backlog backlog = stock.level(line.sku()).supply().backlog();
        waiting(line.sku(), backlog.of(wish.order()).orElse(null)).ifPresent(backordered::add);
      }
    }
    return new Outcome(shortages, backordered);
  }

  private static Optional<BackorderedLine> waiting(Sku sku, @Nullable Backordered part) {
    return Optional.ofNullable(part)
        .map(units -> new BackorderedLine(sku, units.quantity(), units.promisedOn()));
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

  /** Whether the order holds anything of these lines. */
  boolean holds(OrderId order, List<ReservedLine> lines) {
    return lines.stream().anyMatch(line -> stock.level(line.sku()).held().containsKey(order));
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
