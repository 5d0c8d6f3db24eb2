package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import kontor.eventstore.Origin;
import kontor.order.lifecycle.ProviderMessages;
import kontor.order.payment.adapter.stripe.StripeMessages;
import kontor.order.payment.adapter.stripe.StripeMessages.Message;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What Stripe tells later (webhook), in any order and any number of times. */
@RestController
@ConditionalOnExpression("!'${kontor.payment.stripe.secret-key:}'.isBlank()")
class StripeMessageResource {

  private final ProviderMessages messages;
  private final StripeMessages stripe;

  StripeMessageResource(ProviderMessages messages, StripeMessages stripe) {
    this.messages = messages;
    this.stripe = stripe;
  }

  /**
   * 204 when it was taken or is of no concern, such as a payment that is none of ours; 403 when the
   * signature does not fit.
   */
  @PostMapping("/api/shop/payments/stripe/messages")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void take(
      @RequestBody String body,
      @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature,
      HttpServletRequest request) {
    Origin origin = RequestOrigin.of(request);
    try {
      stripe.read(body, signature).ifPresent(message -> take(message, origin));
    } catch (StripeMessages.ForgedException e) {
      throw BadRequestException.forbidden("Stripe-Signature does not fit the message");
    } catch (IllegalArgumentException e) {
      throw BadRequestException.field("body", "is not a message: " + e.getMessage());
    }
  }

  private void take(Message message, Origin origin) {
    if (message instanceof Message.Authorised authorised) {
      messages.authorised(authorised.payment(), origin);
    } else if (message instanceof Message.Cancelled cancelled) {
      messages.declined(cancelled.payment(), "the payment was cancelled", origin);
    }
  }
}
