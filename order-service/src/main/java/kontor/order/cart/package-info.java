/** What a shopper means to buy, before it is an order. */
@NullMarked
package kontor.order.cart;

import org.jspecify.annotations.NullMarked;
