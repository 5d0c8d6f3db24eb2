package kontor.inventory.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.CorrectionEvent.StockTransferred;
import kontor.contracts.stock.CorrectionEvent.StockWrittenOff;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockLocationAdded;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.inventory.stock.StockCommand.Adjust;
import kontor.inventory.stock.StockCommand.Count;
import kontor.inventory.stock.StockCommand.Movement;
import kontor.inventory.stock.StockCommand.Receive;
import kontor.inventory.stock.StockCommand.Transfer;
import kontor.inventory.stock.StockCommand.WriteOff;

/** The rules of what people move: each document counts once. */
final class MovementDecider {

  private MovementDecider() {}

  static List<Record> decide(Movement movement, StockLevel level) {
    if (level.booked().contains(movement.reference())) {
      return List.of();
    }
    List<StockEvent> moved = move(movement, level);
    List<Record> events = new ArrayList<>();
    if (!moved.isEmpty()) {
      Stream.of(movement.place(), movement instanceof Transfer t ? t.from() : movement.place())
          .distinct()
          .filter(place -> place.kind() != level.shelf(place.location()).kind())
          .map(place -> new StockLocationAdded(level.sku(), place.location(), place.kind()))
          .forEach(events::add);
    }
    moved.forEach(event -> events.add((Record) event));
    return events;
  }

  private static List<StockEvent> move(Movement movement, StockLevel level) {
    if (movement instanceof Receive m) {
      return m.quantity().isZero()
          ? List.of()
          : List.of(
              new StockReceived(
                  level.sku(),
                  m.place().location(),
                  m.quantity(),
                  m.reference(),
                  m.cost().orElse(null),
                  m.at().orElse(null)));
    }
    if (movement instanceof Adjust m) {
      return m.delta() == 0 ? List.of() : adjusted(level, m, m.delta(), m.reason());
    }
    if (movement instanceof Count m) {
      return count(m, level);
    }
    if (movement instanceof Transfer m) {
      return m.quantity().isZero() || m.from().equals(m.place())
          ? List.of()
          : List.of(
              new StockTransferred(
                  level.sku(),
                  m.from().location(),
                  m.place().location(),
                  m.quantity(),
                  m.reason(),
                  m.reference()));
    }
    if (movement instanceof WriteOff m) {
      return m.quantity().isZero()
          ? List.of()
          : List.of(
              new StockWrittenOff(
                  level.sku(), m.place().location(), m.quantity(), m.reason(), m.reference()));
    }
    throw new IllegalArgumentException("no rule for " + movement);
  }

  /**
   * A count says what is there now: the difference to the books is the movement. When the shelf
   * moved since the counter looked, nobody knows whether before or after he counted: nothing is
   * booked. A count that finds the books right is booked, so that sent again after a sale it
   * changes nothing.
   */
  private static List<StockEvent> count(Count count, StockLevel level) {
    Shelf shelf = level.shelf(count.place().location());
    if (count.seen().isPresent() && count.seen().getAsInt() != shelf.movements()) {
      return List.of();
    }
    return adjusted(level, count, count.counted().value() - shelf.units(), "stocktake");
  }

  private static List<StockEvent> adjusted(
      StockLevel level, Movement movement, int delta, String reason) {
    return List.of(
        new StockAdjusted(
            level.sku(), movement.place().location(), delta, reason, movement.reference()));
  }
}
