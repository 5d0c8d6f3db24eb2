package kontor.inventory.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.Backordered;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReleased;
import kontor.contracts.stock.StockEvent.StockReserved;
import kontor.contracts.stock.SupplyEvent.StockBackorderFilled;

/**
 * Orders that hold units which are not here yet, in the order of their time: goods that arrive are
 * theirs in that order.
 */
public record Backlog(List<Waiting> waiting) {

  static final Backlog NONE = new Backlog(List.of());

  public Backlog {
    waiting = List.copyOf(waiting);
  }

  /** What one order waits for. */
  public record Waiting(OrderId order, Backordered part) {

    int units() {
      return part.quantity().value();
    }
  }

  public Optional<Backordered> of(OrderId order) {
    return waiting.stream().filter(w -> w.order().equals(order)).map(Waiting::part).findFirst();
  }

  int unitsOf(OrderId order) {
    return of(order).map(part -> part.quantity().value()).orElse(0);
  }

  public int units() {
    return waiting.stream().mapToInt(Waiting::units).sum();
  }

  boolean concerns(StockEvent event) {
    return (event instanceof StockReserved e && e.backordered() != null)
        || (!waiting.isEmpty()
            && (event instanceof StockReleased
                || event instanceof StockPicked
                || event instanceof StockBackorderFilled));
  }

  /**
   * Never refuses: it happened. Units given back are first those that are not here, and nobody
   * waits for more than he still holds.
   */
  Backlog after(StockEvent event, StockLevel now) {
    if (event instanceof StockReserved e && e.backordered() != null) {
      List<Waiting> all = new ArrayList<>(waiting);
      all.add(new Waiting(e.order(), e.backordered()));
      return new Backlog(all);
    }
    if (event instanceof StockReleased e) {
      return less(e.order(), e.quantity().value());
    }
    if (event instanceof StockBackorderFilled e) {
      return less(e.order(), e.quantity().value());
    }
    if (event instanceof StockPicked e) {
      int held = now.heldBy(e.order()).quantity().value();
      return less(e.order(), Math.max(0, unitsOf(e.order()) - held));
    }
    return this;
  }

  private Backlog less(OrderId order, int units) {
    List<Waiting> rest = new ArrayList<>();
    for (Waiting one : waiting) {
      int left = one.order().equals(order) ? one.units() - units : one.units();
      if (left > 0) {
        Backordered part = new Backordered(new Quantity(left), one.part().promisedOn());
        rest.add(new Waiting(one.order(), part));
      }
    }
    return new Backlog(rest);
  }
}
