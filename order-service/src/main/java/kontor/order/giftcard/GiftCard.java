package kontor.order.giftcard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kontor.contracts.GiftCardId;
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
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** A gift card, as its stream tells. */
public sealed interface GiftCard {

  /** There is none, or not yet. */
  record Absent() implements GiftCard {}

  /**
   * There is one.
   *
   * @param amount that it was issued with
   * @param validUntil the last day on which it can pay a new order
   * @param payments by order
   */
  record Issued(
      GiftCardId id,
      Money amount,
      LocalDate validUntil,
      Instant issuedAt,
      boolean blocked,
      PMap<OrderId, CardPayment> payments)
      implements GiftCard {

    /** What can still be spent; never negative. */
    public Money balance() {
      return payments.values().stream().map(CardPayment::taken).reduce(amount, Money::minus);
    }

    public Money held() {
      return payments.values().stream()
          .map(CardPayment::held)
          .reduce(Money.zero(amount.currency()), Money::plus);
    }

    public Optional<CardPayment> payment(OrderId order) {
      return Optional.ofNullable(payments.get(order));
    }

    /** Nothing, for an order that it does not know. */
    CardPayment paymentOrNone(OrderId order) {
      return payment(order).orElseGet(() -> CardPayment.of(Money.zero(amount.currency())));
    }

    private Issued with(OrderId order, CardPayment payment) {
      return new Issued(id, amount, validUntil, issuedAt, blocked, payments.plus(order, payment));
    }
  }

  /** Never refuses: it happened. */
  static GiftCard evolve(GiftCard state, GiftCardEvent event) {
    if (event instanceof GiftCardIssued e) {
      return new Issued(
          e.card(), e.amount(), e.validUntil(), e.issuedAt(), false, HashTreePMap.empty());
    }
    return state instanceof Issued card ? moved(card, event) : state;
  }

  private static Issued moved(Issued card, GiftCardEvent event) {
    if (event instanceof GiftCardBlocked) {
      return new Issued(
          card.id(), card.amount(), card.validUntil(), card.issuedAt(), true, card.payments());
    }
    if (event instanceof GiftCardHeld e) {
      return card.with(e.order(), CardPayment.of(e.amount()));
    }
    if (event instanceof GiftCardCaptured e) {
      return card.with(e.order(), card.paymentOrNone(e.order()).captured(e.capture(), e.amount()));
    }
    if (event instanceof GiftCardReleased e) {
      return card.with(e.order(), card.paymentOrNone(e.order()).released(e.release(), e.amount()));
    }
    if (event instanceof GiftCardVoided e) {
      return card.with(e.order(), card.paymentOrNone(e.order()).voided(e.amount()));
    }
    if (event instanceof GiftCardRefunded e) {
      return card.with(e.order(), card.paymentOrNone(e.order()).refunded(e.refund(), e.amount()));
    }
    throw new IllegalArgumentException("no rule for " + event);
  }
}
