/**
 * What must hold between the events of orders, reservations and stock. It shares no rule with the
 * services that write them: it adds up for itself.
 */
@NullMarked
package kontor.audit;

import org.jspecify.annotations.NullMarked;
