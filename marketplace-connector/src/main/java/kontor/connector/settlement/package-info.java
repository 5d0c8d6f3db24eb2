/** What marketplaces pay out and what they keep, booked once for each settlement. */
@NullMarked
package kontor.connector.settlement;

import org.jspecify.annotations.NullMarked;
