/** Orders, units and revenue per day, counted once from the orders' events. */
@NullMarked
package kontor.analytics.sales;

import org.jspecify.annotations.NullMarked;
