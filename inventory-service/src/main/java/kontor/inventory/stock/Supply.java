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
 */
public record Supply(StockCosts costs, PMap<String, Expected> expected) {

  static final Supply NONE = new Supply(StockCosts.NONE, HashTreePMap.empty());

  /** Never refuses: it happened. */
  Supply after(StockEvent event) {
    if (event instanceof StockExpected e) {
      return new Supply(
          costs,
          e.quantity().isZero()
              ? expected.minus(e.line())
              : expected.plus(
                  e.line(),
                  new Expected(
                      e.location(),
                      e.quantity().value(),
                      Optional.ofNullable(e.expectedOn()),
                      e.revision())));
    }
    return new Supply(costs.after(event).costs(), expected);
  }

  /** Most events of an order move nothing: they are passed over. */
  static boolean concerns(StockEvent event) {
    return event instanceof StockPicked
        || event instanceof StockReceived
        || event instanceof StockReturned
        || event instanceof CorrectionEvent
        || event instanceof StockExpected;
  }

  /** Units that suppliers still owe. */
  int onOrder() {
    return expected.values().stream().mapToInt(Expected::units).sum();
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
