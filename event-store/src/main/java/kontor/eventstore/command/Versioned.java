package kontor.eventstore.command;

/**
 * A state and where in its stream it stands.
 *
 * @param version of the last event, 0 before the first
 * @param commit version of the first event of the last commit, 0 before the first
 */
public record Versioned<S>(S state, long version, long commit) {}
