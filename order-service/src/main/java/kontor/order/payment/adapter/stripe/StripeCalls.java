package kontor.order.payment.adapter.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import kontor.order.payment.ProviderAwayException;

/** How Stripe is called, and what its errors mean. */
final class StripeCalls {

  private static final int SERVER_ERROR = 500;

  private StripeCalls() {}

  /** With an idempotency key. */
  static RequestOptions named(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  /** What may work later is told apart from what never will. */
  static RuntimeException failure(StripeException e) {
    Integer status = e.getStatusCode();
    boolean away =
        e instanceof ApiConnectionException
            || e instanceof RateLimitException
            || e instanceof IdempotencyException
            || (status != null && status >= SERVER_ERROR);
    String what = "Stripe: " + e.getMessage();
    return away ? new ProviderAwayException(what, e) : new IllegalStateException(what, e);
  }
}
