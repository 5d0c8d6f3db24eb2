/** Faults on demand: what goes wrong, at which operation, how often or how long. */
@NullMarked
package kontor.sandbox.faults;

import org.jspecify.annotations.NullMarked;
