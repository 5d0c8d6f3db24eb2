/** Tests of gift cards. */
@NullMarked
package kontor.order.giftcard;

import org.jspecify.annotations.NullMarked;
