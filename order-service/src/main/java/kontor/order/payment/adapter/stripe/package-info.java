/** Cards through Stripe, by Stripe's own client. */
@NullMarked
package kontor.order.payment.adapter.stripe;

import org.jspecify.annotations.NullMarked;
