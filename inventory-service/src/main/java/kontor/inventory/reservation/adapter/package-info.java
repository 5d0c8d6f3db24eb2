/** Reservations driven by topics and by time. */
@NullMarked
package kontor.inventory.reservation.adapter;

import org.jspecify.annotations.NullMarked;
