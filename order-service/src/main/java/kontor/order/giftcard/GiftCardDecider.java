package kontor.order.giftcard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import kontor.order.giftcard.GiftCard.Issued;

/**
 * How the money of a gift card moves. Each step counts once, by its name within the order: asked
 * for again, it decides nothing. A refusal writes nothing either.
 */
public final class GiftCardDecider {

  private GiftCardDecider() {}

  public static List<GiftCardEvent> issue(GiftCard state, GiftCardIssued wanted) {
    return state instanceof Issued ? List.of() : List.of(wanted);
  }

  public static List<GiftCardEvent> block(GiftCard state, Instant now) {
    return state instanceof Issued card && !card.blocked()
        ? List.of(new GiftCardBlocked(card.id(), now))
        : List.of();
  }

  /**
   * Keeps the whole amount for an order, or nothing.
   *
   * @param day on which the order was placed
   */
  public static List<GiftCardEvent> hold(
      GiftCard state, OrderId order, Money amount, LocalDate day, Instant now) {
    return state instanceof Issued card
            && card.payment(order).isEmpty()
            && refusal(card, amount, day).isEmpty()
        ? List.of(new GiftCardHeld(card.id(), order, amount, now))
        : List.of();
  }

  /** Why it does not pay so much more on that day. */
  public static Optional<CardRefusal> refusal(GiftCard state, Money amount, LocalDate day) {
    if (!(state instanceof Issued card)) {
      return Optional.of(CardRefusal.UNKNOWN);
    }
    if (card.blocked()) {
      return Optional.of(CardRefusal.BLOCKED);
    }
    if (day.isAfter(card.validUntil())) {
      return Optional.of(CardRefusal.EXPIRED);
    }
    if (!amount.currency().equals(card.amount().currency())) {
      return Optional.of(CardRefusal.CURRENCY);
    }
    return amount.isNegative() || amount.compareTo(card.balance()) > 0
        ? Optional.of(CardRefusal.INSUFFICIENT)
        : Optional.empty();
  }

  /** Takes a part of what is held, and no more than that. */
  public static List<GiftCardEvent> capture(
      GiftCard state, OrderId order, String capture, Money amount, Instant now) {
    if (!(state instanceof Issued card)
        || card.paymentOrNone(order).captures().containsKey(capture)) {
      return List.of();
    }
    Money part = less(amount, card.paymentOrNone(order).held());
    return moves(part)
        ? List.of(new GiftCardCaptured(card.id(), order, capture, part, now))
        : List.of();
  }

  /** Less is charged for the order: so much of what is held is free again. */
  public static List<GiftCardEvent> release(
      GiftCard state, OrderId order, String release, Money amount, Instant now) {
    if (!(state instanceof Issued card) || card.paymentOrNone(order).releases().contains(release)) {
      return List.of();
    }
    Money part = less(amount, card.paymentOrNone(order).held());
    return moves(part)
        ? List.of(new GiftCardReleased(card.id(), order, release, part, now))
        : List.of();
  }

  /**
   * The order came to nothing. Said before anything was held as well, so that a hold that was on
   * its way and comes late finds it.
   */
  public static List<GiftCardEvent> giveUp(GiftCard state, OrderId order, Instant now) {
    return state instanceof Issued card && !card.paymentOrNone(order).voided()
        ? List.of(new GiftCardVoided(card.id(), order, card.paymentOrNone(order).held(), now))
        : List.of();
  }

  /** Puts back on the card what it paid for the order, and no more than that. */
  public static List<GiftCardEvent> refund(
      GiftCard state, OrderId order, String refund, Money amount, Instant now) {
    if (!(state instanceof Issued card)
        || card.paymentOrNone(order).refunds().containsKey(refund)) {
      return List.of();
    }
    CardPayment payment = card.paymentOrNone(order);
    Money part = less(amount, payment.captured().minus(payment.refunded()));
    return moves(part)
        ? List.of(new GiftCardRefunded(card.id(), order, refund, part, now))
        : List.of();
  }

  private static Money less(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static boolean moves(Money amount) {
    return !amount.isZero() && !amount.isNegative();
  }
}
