/** The order service: carts, checkout, orders and their money. */
@NullMarked
package kontor.order;

import org.jspecify.annotations.NullMarked;
