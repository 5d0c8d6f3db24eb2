/** The loop that decides on a state, commits the events and tries again after a lost race. */
@NullMarked
package kontor.eventstore.command;

import org.jspecify.annotations.NullMarked;
