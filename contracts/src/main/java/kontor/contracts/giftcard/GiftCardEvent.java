package kontor.contracts.giftcard;

import java.time.Instant;
import java.time.LocalDate;
import kontor.contracts.EventType;
import kontor.contracts.GiftCardId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;

/**
 * The money of a gift card. Topic {@code gift-cards}, keyed by the card's id. At every moment its
 * balance is what was issued, less what is held, less what was captured, plus what was refunded,
 * and never negative. The code with which it is used is in no event.
 */
public sealed interface GiftCardEvent {

  /** The provider that orders paid by gift card name in their events. */
  String PROVIDER = "gift-card";

  GiftCardId card();

  /**
   * There is a new card.
   *
   * @param amount positive
   * @param validUntil the last day on which it can pay, in the shop's zone
   */
  @EventType("kontor.gift-card.issued.v1")
  record GiftCardIssued(GiftCardId card, Money amount, LocalDate validUntil, Instant issuedAt)
      implements GiftCardEvent {}

  /** It pays no new order from now on. What is held for orders can still be captured. */
  @EventType("kontor.gift-card.blocked.v1")
  record GiftCardBlocked(GiftCardId card, Instant blockedAt) implements GiftCardEvent {}

  /** So much is kept for an order, once per order. */
  @EventType("kontor.gift-card.held.v1")
  record GiftCardHeld(GiftCardId card, OrderId order, Money amount, Instant heldAt)
      implements GiftCardEvent {}

  /**
   * A part of what was held for the order is ours.
   *
   * @param capture names it within the order, as the order's {@code OrderPaid} does
   */
  @EventType("kontor.gift-card.captured.v1")
  record GiftCardCaptured(
      GiftCardId card, OrderId order, String capture, Money amount, Instant capturedAt)
      implements GiftCardEvent {}

  /**
   * A part of what was held is free again, since less is charged for the order.
   *
   * @param release names it within the order: the cancellation of its lines
   */
  @EventType("kontor.gift-card.released.v1")
  record GiftCardReleased(
      GiftCardId card, OrderId order, String release, Money amount, Instant releasedAt)
      implements GiftCardEvent {}

  /**
   * Nothing is held for the order any more, nor ever will be.
   *
   * @param amount what was still held; zero where nothing was
   */
  @EventType("kontor.gift-card.voided.v1")
  record GiftCardVoided(GiftCardId card, OrderId order, Money amount, Instant voidedAt)
      implements GiftCardEvent {}

  /**
   * Money that the card had paid is back on it.
   *
   * @param refund names it within the order, as the order's {@code OrderRefunded} does
   */
  @EventType("kontor.gift-card.refunded.v1")
  record GiftCardRefunded(
      GiftCardId card, OrderId order, String refund, Money amount, Instant refundedAt)
      implements GiftCardEvent {}
}
