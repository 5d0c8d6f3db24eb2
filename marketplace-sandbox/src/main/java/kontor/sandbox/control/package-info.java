/**
 * The director's desk: buyers, cancellations, faults, time, and the ledger that tests compare with.
 */
@NullMarked
package kontor.sandbox.control;

import org.jspecify.annotations.NullMarked;
