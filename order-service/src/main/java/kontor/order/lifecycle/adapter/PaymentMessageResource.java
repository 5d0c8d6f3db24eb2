package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import kontor.eventstore.Origin;
import kontor.order.lifecycle.ProviderMessages;
import kontor.order.payment.MessageSignature;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the test provider tells later (webhook). Signed over the body as sent; the same message may
 * come again, late or out of order.
 */
@RestController
class PaymentMessageResource {

  private final ProviderMessages messages;
  private final JsonMapper json;
  private final Clock clock;
  private final String secret;

  PaymentMessageResource(
      ProviderMessages messages,
      JsonMapper json,
      Clock clock,
      @Value("${kontor.payment.webhook-secret:}") String secret) {
    this.messages = messages;
    this.json = json;
    this.clock = clock;
    this.secret = secret;
  }

  /**
   * @param payment the provider's id of it
   * @param type {@code authorised} or {@code declined}
   */
  record Message(String payment, String type, @Nullable String reason) {}

  /** 204 when it was taken; 403 without a valid signature, 404 without a secret to check it. */
  @PostMapping("/api/shop/payments/test/messages")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void take(
      @RequestBody String body,
      @RequestHeader(name = "Kontor-Signature", required = false) @Nullable String signature,
      HttpServletRequest request) {
    if (secret.isBlank()) {
      throw BadRequestException.notFound("no provider sends messages here");
    }
    if (!new MessageSignature(secret).isValid(signature, body, clock.instant())) {
      throw BadRequestException.forbidden("Kontor-Signature does not fit the message");
    }
    Message message = read(body);
    Origin origin = RequestOrigin.of(request);
    boolean known =
        switch (message.type) {
          case "authorised" -> messages.authorised(message.payment, origin);
          case "declined" ->
              messages.declined(
                  message.payment,
                  message.reason == null ? "the payment failed" : message.reason,
                  origin);
          default -> throw BadRequestException.field("type", "is neither authorised nor declined");
        };
    if (!known) {
      throw BadRequestException.unprocessable("payment", "there is no payment " + message.payment);
    }
  }

  private Message read(String body) {
    try {
      Message message = json.readValue(body, Message.class);
      OrderCommands.text("payment", message.payment);
      OrderCommands.text("type", message.type);
      return message;
    } catch (JacksonException e) {
      throw BadRequestException.field("body", "is not a message: " + e.getOriginalMessage());
    }
  }
}
