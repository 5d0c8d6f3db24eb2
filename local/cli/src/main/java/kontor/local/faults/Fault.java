package kontor.local.faults;

import java.time.Duration;

/**
 * Something that is to be done to the platform.
 *
 * @param at since the beginning of the campaign
 * @param target a component, a link or a topic
 * @param seed for what the fault itself leaves to chance
 */
record Fault(int number, FaultKind kind, String target, Duration at, Duration length, long seed) {}
