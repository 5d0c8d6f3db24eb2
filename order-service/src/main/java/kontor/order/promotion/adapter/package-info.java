/** HTTP, timer and store of limited promotions. */
@NullMarked
package kontor.order.promotion.adapter;

import org.jspecify.annotations.NullMarked;
