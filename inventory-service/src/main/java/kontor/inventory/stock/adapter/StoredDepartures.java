package kontor.inventory.stock.adapter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockEvent.StockScrapped;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.Commit;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.StreamId;
import kontor.eventstore.mongo.MongoCommits;
import kontor.inventory.stock.ComingBack;
import kontor.inventory.stock.Departures;
import kontor.inventory.stock.StoredStock;

/**
 * Reads a SKU's stream backwards until the departures are found. Goods come back seldom and soon,
 * so nothing is kept for it when they leave.
 */
final class StoredDepartures implements Departures {

  private static final int WINDOW = 500;

  /** What left so many events ago is of unknown cost when it comes back. */
  private static final int FURTHEST = 200_000;

  private static final Set<String> TYPES =
      Set.of(
          EventCodec.type(StockPicked.class),
          EventCodec.type(StockReturned.class),
          EventCodec.type(StockScrapped.class));

  private final MongoCommits commits;
  private final EventCodec codec = EventCodec.of(StockEvent.class);

  StoredDepartures(MongoCommits commits) {
    this.commits = commits;
  }

  @Override
  public Optional<GoodsCost> cost(Sku sku, OrderId order, Quantity quantity, long version) {
    StreamId stream = new StreamId(StoredStock.CATEGORY, sku.value());
    ComingBack search = new ComingBack(order, quantity);
    long oldest = Math.max(1, version - FURTHEST);
    for (long to = version; to >= oldest && !search.found(); to -= WINDOW) {
      for (Commit commit : window(stream, Math.max(1, to - WINDOW + 1), to)) {
        tell(commit, order, search);
      }
    }
    return search.cost();
  }

  /** The newest first. */
  private List<Commit> window(StreamId stream, long from, long to) {
    List<String> ids = new ArrayList<>();
    for (long version = from; version <= to; version++) {
      ids.add(Commit.id(stream, version));
    }
    List<Commit> found = new ArrayList<>(commits.find(ids));
    found.sort(Comparator.comparingLong(Commit::version).reversed());
    return found;
  }

  private void tell(Commit commit, OrderId order, ComingBack search) {
    for (int i = commit.events().size() - 1; i >= 0; i--) {
      RecordedEvent event = commit.events().get(i);
      if (TYPES.contains(event.type()) && event.json().contains(order.value())) {
        byte[] json = event.json().getBytes(StandardCharsets.UTF_8);
        search.before((StockEvent) codec.read(event.type(), json).orElseThrow());
      }
    }
  }
}
