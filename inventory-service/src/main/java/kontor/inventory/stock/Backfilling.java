package kontor.inventory.stock;

import java.util.ArrayList;
import java.util.List;
import kontor.contracts.Quantity;
import kontor.contracts.stock.StockEvent.Backordered;
import kontor.contracts.stock.SupplyEvent.StockBackorderFilled;
import org.jspecify.annotations.Nullable;

/** Sells what is not here yet, and gives goods that arrive to those who have waited longest. */
final class Backfilling {

  private Backfilling() {}

  /**
   * The part of an order's units that is not here; null when all are, or when nothing of the SKU is
   * sold before it is here.
   */
  static @Nullable Backordered missing(Quantity wanted, StockLevel level, StockPolicy policy) {
    int here = Math.max(0, Math.min(wanted.value(), level.available()));
    Quantity missing = new Quantity(wanted.value() - here);
    return missing.isZero()
        ? null
        : policy
            .backorders()
            .filter(rule -> !rule.limit().isZero())
            .map(rule -> new Backordered(missing, policy.promisedOn(level).orElse(null)))
            .orElse(null);
  }

  /** Adds to what was decided who gets the goods that are free then. */
  static List<Record> of(List<Record> decided, StockLevel level) {
    StockLevel now = level;
    if (decided.isEmpty() || level.supply().backlog().waiting().isEmpty()) {
      return decided;
    }
    for (Record event : decided) {
      now = now.evolve(event);
    }
    Backlog backlog = now.supply().backlog();
    int free = Math.min(backlog.units(), now.available() + backlog.units());
    List<Record> events = new ArrayList<>(decided);
    for (Backlog.Waiting one : backlog.waiting()) {
      int units = Math.min(free, one.units());
      if (units > 0) {
        List<Record> filled = new ArrayList<>();
        filled.add(new StockBackorderFilled(level.sku(), one.order(), new Quantity(units)));
        filled.addAll(StockAllocator.fill(now, one.order(), units));
        for (Record event : filled) {
          now = now.evolve(event);
        }
        events.addAll(filled);
        free -= units;
      }
    }
    return events;
  }
}
