/** Rules of reservations. */
@NullMarked
package kontor.inventory.reservation;

import org.jspecify.annotations.NullMarked;
