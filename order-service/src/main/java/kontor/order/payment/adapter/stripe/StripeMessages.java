package kontor.order.payment.adapter.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Stripe tells later. A payment that failed is no end of it: the buyer may try another
 * card until the order's time to pay is over.
 *
 * @see <a href="https://docs.stripe.com/webhooks">Webhooks</a>
 */
public final class StripeMessages {

  private static final long TOLERANCE_SECONDS = 300;

  private final String secret;
  private final JsonMapper json;
  private final Clock clock;

  StripeMessages(String secret, JsonMapper json, Clock clock) {
    this.secret = secret;
    this.json = json;
    this.clock = clock;
  }

  /** What Stripe says of a payment. */
  public sealed interface Message {

    /** Stripe's id of the payment. */
    String payment();

    /** The card is good for it, the amount is held. */
    record Authorised(String payment) implements Message {}

    /** It was given up, by us or by Stripe. */
    record Cancelled(String payment) implements Message {}
  }

  /** The message is not Stripe's, or older than five minutes. */
  public static final class ForgedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForgedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Nothing when the message is of no concern.
   *
   * @param body as it was sent
   * @throws ForgedException when the signature does not fit
   * @throws IllegalArgumentException when it is signed and no message
   */
  public Optional<Message> read(String body, String signature) {
    try {
      Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE_SECONDS, clock);
    } catch (SignatureVerificationException e) {
      throw new ForgedException(String.valueOf(e.getMessage()), e);
    }
    try {
      JsonNode event = json.readTree(body);
      String payment = event.at("/data/object/id").asString("");
      return switch (event.at("/type").asString("")) {
        case "payment_intent.amount_capturable_updated" ->
            Optional.of(new Message.Authorised(payment));
        case "payment_intent.canceled" -> Optional.of(new Message.Cancelled(payment));
        default -> Optional.empty();
      };
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }
}
