/** The rules of carts. */
@NullMarked
package kontor.order.cart;

import org.jspecify.annotations.NullMarked;
