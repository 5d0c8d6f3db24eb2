package kontor.order.mail;

import java.time.Instant;
import java.util.Map;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A fact that somebody is to be told by mail. Whom, and in which words, is found out when it is
 * sent.
 *
 * @param fact names it for ever, such as {@code order/<id>/shipped/1}: one mail per name
 * @param details what the order does not tell; no personal data
 * @param at when it happened
 */
public record Mail(
    String fact,
    MailKind kind,
    @Nullable OrderId order,
    @Nullable CustomerId customer,
    Map<String, String> details,
    Instant at) {

  public Mail {
    details = Map.copyOf(details);
  }

  static Mail ofOrder(
      OrderId order, String what, MailKind kind, Map<String, String> details, Instant at) {
    return new Mail("order/" + order + "/" + what, kind, order, null, details, at);
  }
}
