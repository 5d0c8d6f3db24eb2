/** What is held for one order: every line or none. */
@NullMarked
package kontor.inventory.reservation;

import org.jspecify.annotations.NullMarked;
