/** From a quote to an order. */
@NullMarked
package kontor.order.checkout;

import org.jspecify.annotations.NullMarked;
