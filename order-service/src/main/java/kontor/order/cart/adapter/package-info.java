/** Carts over HTTP and in the event store. */
@NullMarked
package kontor.order.cart.adapter;

import org.jspecify.annotations.NullMarked;
