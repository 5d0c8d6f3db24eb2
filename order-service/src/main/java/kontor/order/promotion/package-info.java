/** Promotions that only so many orders may use: who uses them, and when a use is free again. */
@NullMarked
package kontor.order.promotion;

import org.jspecify.annotations.NullMarked;
