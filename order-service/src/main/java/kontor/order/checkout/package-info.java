/** From a cart to an order, once for each key. */
@NullMarked
package kontor.order.checkout;

import org.jspecify.annotations.NullMarked;
