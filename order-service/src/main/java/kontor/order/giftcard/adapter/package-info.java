/** HTTP and store of gift cards. */
@NullMarked
package kontor.order.giftcard.adapter;

import org.jspecify.annotations.NullMarked;
