/** The list of orders and what changes in it. */
@NullMarked
package kontor.order.orderlist;

import org.jspecify.annotations.NullMarked;
