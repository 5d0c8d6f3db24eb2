package kontor.inventory.stock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.stock.CorrectionEvent;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.SupplyEvent.StockExpected;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Where the units of a SKU come from: the lots that are here, and what is on its way.
 *
 * @param expected by the line of the purchase order
 * @param backlog who waits for it
 */
public record Supply(StockCosts costs, PMap<String, Expected> expected, Backlog backlog) {

  static final Supply NONE = new Supply(StockCosts.NONE, HashTreePMap.empty(), Backlog.NONE);

  /**
   * Never refuses: it happened.
   *
   * @param now the level that the event led to
   */
  Supply after(StockEvent event, StockLevel now) {
    if (!concerns(event)) {
      return this;
    }
    return new Supply(
        costs.after(event).costs(),
        event instanceof StockExpected told ? expecting(told) : expected,
        backlog.after(event, now));
  }

  private PMap<String, Expected> expecting(StockExpected e) {
    return e.quantity().isZero()
        ? expected.minus(e.line())
        : expected.plus(
            e.line(),
            new Expected(
                e.location(),
                e.quantity().value(),
                Optional.ofNullable(e.expectedOn()),
                e.revision()));
  }

  /** Most events of an order move nothing: they are passed over. */
  private boolean concerns(StockEvent event) {
    return event instanceof StockPicked
        || event instanceof StockReceived
        || event instanceof StockReturned
        || event instanceof CorrectionEvent
        || event instanceof StockExpected
        || backlog.concerns(event);
  }

  /** Units that suppliers still owe. */
  int onOrder() {
    return expected.values().stream().mapToInt(Expected::units).sum();
  }

  /** The next day on which goods are expected. */
  Optional<LocalDate> nextArrival() {
    return expected.values().stream()
        .flatMap(line -> line.on().stream())
        .min(Comparator.naturalOrder());
  }

  /** What comes, by day; without a day last. */
  public List<Map.Entry<String, Expected>> coming() {
    return expected.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Expected> line) ->
                        line.getValue().on().orElse(LocalDate.MAX))
                .thenComparing(Map.Entry::getKey))
        .toList();
  }
}
