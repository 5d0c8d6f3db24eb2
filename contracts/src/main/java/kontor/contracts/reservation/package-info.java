/** What inventory holds for an order, or why it cannot. Topic {@code reservations}. */
@NullMarked
package kontor.contracts.reservation;

import org.jspecify.annotations.NullMarked;
