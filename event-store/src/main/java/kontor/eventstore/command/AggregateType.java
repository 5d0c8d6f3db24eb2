package kontor.eventstore.command;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A kind of aggregate: how its streams are called, how its state comes from its events.
 *
 * @param category first part of its stream ids
 * @param initial the state before the first event
 * @param evolve never refuses: it happened
 * @param snapshots for streams that grow long; none when absent
 */
public record AggregateType<S, E>(
    String category,
    Class<E> events,
    S initial,
    BiFunction<S, E, S> evolve,
    @Nullable SnapshotFormat<S> snapshots) {

  public static <S, E> AggregateType<S, E> of(
      String category, Class<E> events, S initial, BiFunction<S, E, S> evolve) {
    return new AggregateType<>(category, events, initial, evolve, null);
  }
}
