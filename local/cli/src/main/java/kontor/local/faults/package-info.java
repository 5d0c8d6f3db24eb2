/**
 * A fault campaign: seeded load, seeded faults, a history of both, and a check of what came of it.
 */
@NullMarked
package kontor.local.faults;

import org.jspecify.annotations.NullMarked;
