package kontor.eventstore.command;

import java.util.List;

/**
 * What a command led to.
 *
 * @param state after its events
 * @param version of the last event
 * @param events none when the command had nothing to do
 */
public record Decided<S, E>(S state, long version, List<E> events) {}
