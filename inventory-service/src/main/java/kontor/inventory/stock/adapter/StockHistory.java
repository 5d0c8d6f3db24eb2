package kontor.inventory.stock.adapter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import kontor.contracts.Sku;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.Commit;
import kontor.eventstore.RecordedEvent;
import kontor.eventstore.StreamId;
import kontor.eventstore.mongo.MongoCommits;
import kontor.inventory.stock.StockLevel;
import kontor.inventory.stock.StoredStock;

/** Reads the stream of a SKU from any of its versions, some dozens at a time. */
final class StockHistory {

  private static final int WINDOW = 64;

  private final MongoCommits commits;
  private final EventCodec codec = EventCodec.of(StockEvent.class, StockLevelEvent.class);

  StockHistory(MongoCommits commits) {
    this.commits = commits;
  }

  /**
   * Where a page ended.
   *
   * @param commit version of the commit that its last event lies in
   * @param after version of that event
   */
  record Mark(long commit, long after) {
    static final Mark BEGINNING = new Mark(1, 0);
  }

  /** One stored event and when, why and by whom it was stored. */
  record Told(Mark mark, RecordedEvent stored, Record event) {}

  /**
   * The level after the last event that was stored by then. What clocks of two instances disagree
   * on is cut where the stream first passes the moment.
   */
  StockLevel asOf(Sku sku, Instant moment) {
    List<StockLevel> level = new ArrayList<>(List.of(StockLevel.none(sku)));
    read(
        sku,
        Mark.BEGINNING,
        told -> {
          boolean then = !told.stored().time().isAfter(moment);
          if (then) {
            level.set(0, level.get(0).evolve(told.event()));
          }
          return then;
        });
    return level.get(0);
  }

  /** The movements after this mark, so many at most. */
  List<Told> movements(Sku sku, Mark mark, int limit) {
    List<Told> found = new ArrayList<>();
    read(
        sku,
        mark,
        told -> {
          if (told.event() instanceof StockEvent) {
            found.add(told);
          }
          return found.size() < limit;
        });
    return found;
  }

  /** Tells event by event what comes after the mark, until the taker has enough. */
  private void read(Sku sku, Mark mark, Predicate<Told> taker) {
    StreamId stream = new StreamId(StoredStock.CATEGORY, sku.value());
    long next = mark.commit();
    boolean more = true;
    while (more) {
      List<Commit> window = window(stream, next);
      more = !window.isEmpty();
      for (Commit commit : window) {
        for (RecordedEvent event : commit.events()) {
          more = more && (event.version() <= mark.after() || taker.test(told(commit, event)));
        }
        next = commit.lastVersion() + 1;
      }
    }
  }

  private List<Commit> window(StreamId stream, long from) {
    List<String> ids = new ArrayList<>();
    for (long version = from; version < from + WINDOW; version++) {
      ids.add(Commit.id(stream, version));
    }
    List<Commit> found = new ArrayList<>(commits.find(ids));
    found.sort(Comparator.comparingLong(Commit::version));
    return found;
  }

  private Told told(Commit commit, RecordedEvent event) {
    byte[] json = event.json().getBytes(StandardCharsets.UTF_8);
    Record decoded = (Record) codec.read(event.type(), json).orElseThrow();
    return new Told(new Mark(commit.version(), event.version()), event, decoded);
  }
}
