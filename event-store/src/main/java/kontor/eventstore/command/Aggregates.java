package kontor.eventstore.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Function;
import kontor.eventstore.Origin;
import kontor.eventstore.StreamId;

/**
 * All aggregates of one type: the only way a service changes them.
 *
 * @param <S> the state
 * @param <E> the events
 */
public final class Aggregates<S, E> {

  private static final int HOT_STREAMS = 20_000;

  private final AggregateType<S, E> type;
  private final StreamStore<S, E> store;
  private final Cache<String, StreamLane<S, E>> lanes =
      Caffeine.newBuilder().maximumSize(HOT_STREAMS).build();

  public Aggregates(AggregateType<S, E> type, StreamStore<S, E> store) {
    this.type = type;
    this.store = store;
  }

  /**
   * Decides on the newest state and commits the events; decides again when another was faster. What
   * waits for the same stream at the same moment becomes one commit.
   *
   * @param decide pure, since it may run more than once; no events means that nothing is to be done
   * @throws LostRaceException when others were faster every time
   */
  public Decided<S, E> update(String id, Origin origin, Function<S, List<E>> decide) {
    return lane(id).submit(origin, decide);
  }

  /**
   * As {@link #update}, for an id that is most likely new: the store is not asked for the stream
   * first. If there is one after all, the commit is refused and the rule decides on it.
   */
  public Decided<S, E> create(String id, Origin origin, Function<S, List<E>> decide) {
    StreamLane<S, E> lane = lane(id);
    lane.assumeNew();
    return lane.submit(origin, decide);
  }

  /**
   * The state as this instance knows it, read from the store unless it is in memory. It may be old:
   * another instance may have gone on, or a commit of this one may be on its way.
   */
  public Versioned<S> lastSeen(String id) {
    return lane(id).current();
  }

  /**
   * The state with at least the event of this version applied: from memory when it is that new. For
   * who has just heard of that event.
   */
  public Versioned<S> at(String id, long version) {
    Versioned<S> known = lane(id).current();
    return known.version() >= version ? known : lane(id).refresh();
  }

  /** The state as the store has it now, whatever another instance did. */
  public Versioned<S> refresh(String id) {
    return lane(id).refresh();
  }

  private StreamLane<S, E> lane(String id) {
    return lanes.get(id, key -> new StreamLane<>(new StreamId(type.category(), key), type, store));
  }
}
