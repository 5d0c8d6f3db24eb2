/** What is known of stock, prices and shipping. */
@NullMarked
package kontor.order.assortment;

import org.jspecify.annotations.NullMarked;
