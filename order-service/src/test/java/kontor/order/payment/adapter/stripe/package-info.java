/** Stripe's own client against a stand-in for Stripe. */
@NullMarked
package kontor.order.payment.adapter.stripe;

import org.jspecify.annotations.NullMarked;
