/** Watches whether orders, reservations and stock agree, for as long as the service runs. */
@NullMarked
package kontor.analytics.audit;

import org.jspecify.annotations.NullMarked;
