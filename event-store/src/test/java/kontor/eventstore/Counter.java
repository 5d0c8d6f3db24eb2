package kontor.eventstore;

import java.util.List;
import kontor.contracts.LocationId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.SnapshotFormat;

/**
 * A small aggregate for tests: it counts what it receives, with the platform's own stock events.
 */
record Counter(String sku, int units) {

  static final EventCodec CODEC = EventCodec.of(StockEvent.class, StockLevelEvent.class);

  static final AggregateType<Counter, Record> TYPE =
      AggregateType.of("stock", Record.class, id -> new Counter(id, 0), Counter::evolve);

  /** Each commit ends with the level, as inventory does it. */
  static final AggregateType<Counter, Record> WITH_LEVEL =
      TYPE.closingWith(counter -> List.of(counter.level()));

  static final AggregateType<Counter, Record> WITH_SNAPSHOTS =
      TYPE.withSnapshots(
          new SnapshotFormat<>() {
            @Override
            public String shape() {
              return "counter/1";
            }

            @Override
            public int every() {
              return 10;
            }

            @Override
            public String write(Counter state) {
              return state.sku() + "|" + state.units();
            }

            @Override
            public Counter read(String text) {
              String[] parts = text.split("\\|", -1);
              return new Counter(parts[0], Integer.parseInt(parts[1]));
            }
          });

  Counter evolve(Record event) {
    return event instanceof StockReceived received
        ? new Counter(sku, units + received.quantity().value())
        : this;
  }

  List<Record> receive(int quantity) {
    String reference = Integer.toString(units);
    return List.of(
        new StockReceived(new Sku(sku), LocationId.MAIN, new Quantity(quantity), reference));
  }

  private StockLevelChanged level() {
    return new StockLevelChanged(new Sku(sku), units, 0, units);
  }
}
