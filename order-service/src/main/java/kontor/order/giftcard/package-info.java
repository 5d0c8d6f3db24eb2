/** Gift cards: money that was paid before, kept on a card, and a way to pay orders with it. */
@NullMarked
package kontor.order.giftcard;

import org.jspecify.annotations.NullMarked;
