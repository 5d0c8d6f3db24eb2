package kontor.order.giftcard;

import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.order.giftcard.CodeLookup.Outcome;

/**
 * A buyer wants to pay an order with a gift card: notes which one, if it can pay the order as far
 * as is known now. Nothing is held yet; the card's stream decides when the stock is there.
 */
public final class GiftCardChoice {

  private final GiftCards cards;
  private final CodeLookup codes;
  private final CardDirectory directory;

  public GiftCardChoice(GiftCards cards, CodeLookup codes, CardDirectory directory) {
    this.cards = cards;
    this.codes = codes;
    this.directory = directory;
  }

  /** What came of it. */
  public sealed interface Answer {

    /** It is noted. */
    record Noted() implements Answer {}

    /** The card does not pay this order. */
    record Refused(CardRefusal why) implements Answer {}

    /** Nobody looked. */
    record Paused(Outcome.Paused until) implements Answer {}
  }

  /**
   * May be repeated until the order is placed.
   *
   * @param toPay the whole order
   * @param caller whose wrong codes are counted
   */
  public Answer choose(OrderId order, GiftCardCode code, Money toPay, String caller) {
    Outcome outcome = codes.find(code, caller);
    if (outcome instanceof Outcome.Paused paused) {
      return new Answer.Paused(paused);
    }
    if (!(outcome instanceof Outcome.Found found)) {
      return new Answer.Refused(CardRefusal.UNKNOWN);
    }
    Optional<CardRefusal> refusal = GiftCardDecider.refusal(found.card(), toPay, cards.today());
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    directory.choose(order, found.card().id());
    return new Answer.Noted();
  }
}
