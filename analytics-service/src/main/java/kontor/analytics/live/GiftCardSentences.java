package kontor.analytics.live;

import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardBlocked;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardCaptured;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardHeld;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardIssued;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardRefunded;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardReleased;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardVoided;

/** What happened to gift cards; which one it was is of no interest here. */
final class GiftCardSentences {

  private final Words words;

  GiftCardSentences(Words words) {
    this.words = words;
  }

  Sentence tell(GiftCardEvent event) {
    if (event instanceof GiftCardIssued e) {
      Sentence amount = Words.money(e.amount());
      return new Sentence(
          "Gift card of " + amount.english() + " issued",
          "Gutschein über " + amount.german() + " ausgestellt");
    }
    if (event instanceof GiftCardBlocked) {
      return new Sentence("Gift card blocked", "Gutschein gesperrt");
    }
    if (event instanceof GiftCardHeld e) {
      return move(e.order(), e.amount(), "held on a gift card", "auf einem Gutschein vorgemerkt");
    }
    if (event instanceof GiftCardCaptured e) {
      return move(e.order(), e.amount(), "taken from a gift card", "vom Gutschein abgebucht");
    }
    if (event instanceof GiftCardRefunded e) {
      return move(e.order(), e.amount(), "back on a gift card", "zurück auf dem Gutschein");
    }
    return freed(event);
  }

  private Sentence freed(GiftCardEvent event) {
    if (event instanceof GiftCardReleased e) {
      return move(
          e.order(), e.amount(), "free again on a gift card", "auf dem Gutschein wieder frei");
    }
    if (event instanceof GiftCardVoided e) {
      return move(
          e.order(), e.amount(), "free again on a gift card", "auf dem Gutschein wieder frei");
    }
    throw new IllegalArgumentException("no sentence for " + event.getClass());
  }

  private Sentence move(OrderId order, Money amount, String english, String german) {
    Sentence sum = Words.money(amount);
    String number = words.order(order);
    return new Sentence(
        "Order " + number + ": " + sum.english() + " " + english,
        "Bestellung " + number + ": " + sum.german() + " " + german);
  }
}
