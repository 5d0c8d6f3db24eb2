/** Tests of limited promotions. */
@NullMarked
package kontor.order.promotion;

import org.jspecify.annotations.NullMarked;
