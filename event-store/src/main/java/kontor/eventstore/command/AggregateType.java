package kontor.eventstore.command;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of aggregate: how its streams are called, how its state comes from its events.
 *
 * @param category first part of its stream ids
 * @param initial the state before the first event, of the aggregate with the given id
 * @param evolve never refuses: it happened
 * @param closing events that sum up the state, added once to each commit however many commands it
 *     holds; they must not change the state
 * @param snapshots for streams that grow long; none when absent
 */
public record AggregateType<S, E>(
    String category,
    Class<E> events,
    Function<String, S> initial,
    BiFunction<S, E, S> evolve,
    Function<S, List<E>> closing,
    @Nullable SnapshotFormat<S> snapshots) {

  /** Without summing-up events and without snapshots. */
  public static <S, E> AggregateType<S, E> of(
      String category, Class<E> events, Function<String, S> initial, BiFunction<S, E, S> evolve) {
    return new AggregateType<>(category, events, initial, evolve, state -> List.of(), null);
  }

  public AggregateType<S, E> closingWith(Function<S, List<E>> summary) {
    return new AggregateType<>(category, events, initial, evolve, summary, snapshots);
  }

  public AggregateType<S, E> withSnapshots(SnapshotFormat<S> format) {
    return new AggregateType<>(category, events, initial, evolve, closing, format);
  }
}
