package kontor.local.faults;

import java.util.ArrayList;
import java.util.List;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.local.faults.Observed.StockFacts;

/** A SKU's stream: its movements, and the level that inventory made of them. */
final class StockReplay {

  private final List<String> bookings = new ArrayList<>();
  private int onHand;
  private int available;
  private int picked;
  private int returned;

  private StockReplay() {}

  static StockFacts of(List<Object> events) {
    StockReplay replay = new StockReplay();
    events.forEach(replay::apply);
    return new StockFacts(
        replay.onHand, replay.available, replay.bookings, replay.picked, replay.returned);
  }

  private void apply(Object event) {
    if (event instanceof StockLevelChanged level) {
      onHand = level.onHand();
      available = level.available();
    } else if (event instanceof StockReceived e) {
      bookings.add(e.reference());
    } else if (event instanceof StockAdjusted e) {
      bookings.add(e.reference());
    } else if (event instanceof StockPicked e) {
      picked += e.quantity().value();
    } else if (event instanceof StockReturned e) {
      returned += e.quantity().value();
    }
  }
}
