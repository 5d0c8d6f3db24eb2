/** Carts on a real store. */
@NullMarked
package kontor.order.cart.adapter;

import org.jspecify.annotations.NullMarked;
