/** What this service knows of articles, prices and promotions, from their topics. */
@NullMarked
package kontor.order.assortment;

import org.jspecify.annotations.NullMarked;
