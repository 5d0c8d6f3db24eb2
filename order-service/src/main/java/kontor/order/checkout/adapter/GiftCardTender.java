package kontor.order.checkout.adapter;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.order.giftcard.CardRefusal;
import kontor.order.giftcard.GiftCardChoice;
import kontor.order.giftcard.GiftCardChoice.Answer;
import kontor.order.giftcard.GiftCardPayment;
import kontor.platform.spring.BadRequestException;
import org.springframework.stereotype.Component;

/** A buyer who pays with a gift card is told at once if it cannot pay: nothing was ordered then. */
@Component
class GiftCardTender {

  private static final String FIELD = "giftCard.code";

  private final GiftCardChoice choice;
  private final Clock clock;

  GiftCardTender(GiftCardChoice choice, Clock clock) {
    this.choice = choice;
    this.clock = clock;
  }

  /**
   * Notes the card for the order; does nothing for another way of paying.
   *
   * @param caller whose wrong codes are counted
   * @throws BadRequestException 400 when the code is missing or mistyped, 422 when no usable card
   *     has it, 409 when too little is on it, 429 after several wrong ones
   */
  void take(CheckoutRequest wanted, OrderId order, Money toPay, String caller) {
    if (!GiftCardPayment.NAME.equals(wanted.method())) {
      if (wanted.giftCard() != null) {
        throw BadRequestException.field(
            "giftCard", "pays only with the method '" + GiftCardPayment.NAME + "'");
      }
      return;
    }
    if (wanted.giftCard() == null) {
      throw BadRequestException.field(FIELD, "is missing");
    }
    Answer answer = choice.choose(order, wanted.giftCard().read(FIELD), toPay, caller);
    if (answer instanceof Answer.Paused paused) {
      throw BadRequestException.tooMany(
          "too many wrong codes", Duration.between(clock.instant(), paused.until().until()));
    }
    if (answer instanceof Answer.Refused refused) {
      throw refusal(refused.why());
    }
  }

  /** Unknown, blocked and expired ones are told in the same words. */
  private static BadRequestException refusal(CardRefusal why) {
    return why == CardRefusal.INSUFFICIENT
        ? BadRequestException.conflict(
            CardRefusal.INSUFFICIENT.sentence(), Map.of("giftCard", why.name()))
        : BadRequestException.unprocessable(FIELD, "no gift card that can be used has this code");
  }
}
