/** Which promotions apply to a cart, and how much each takes off each line. */
@NullMarked
package kontor.pricing.promotion;

import org.jspecify.annotations.NullMarked;
