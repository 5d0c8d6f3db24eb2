package kontor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.GiftCardId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardCaptured;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardHeld;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardIssued;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardRefunded;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardReleased;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardVoided;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import org.junit.jupiter.api.Test;

/** What gift cards did against what their orders say. */
class GiftCardAccountsTest {

  private static final GiftCardId CARD = GiftCardId.ofRequest("user:manager", "1");
  private static final OrderId FIRST = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final OrderId SECOND = new OrderId("00000000-0000-0000-0000-000000000002");
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final String BY = GiftCardEvent.PROVIDER;

  private final Ledgers ledgers = new Ledgers();

  @Test
  void aCardThatPaysWhatItsOrderSaysIsRightAtEachRest() {
    confirmed(FIRST, "50.00");
    assertRight();
    tell(new LinesCancelled(FIRST, "C", List.of(), eur("10.00"), CancelledBy.MANAGER, "", NOW));
    tell(new GiftCardReleased(CARD, FIRST, "cancelled-C", eur("10.00"), NOW));
    assertRight();
    tell(new GiftCardCaptured(CARD, FIRST, "parcel-1", eur("40.00"), NOW));
    tell(new OrderPaid(FIRST, BY, CARD.value(), "parcel-1", eur("40.00"), NOW));
    assertRight();
    tell(new GiftCardRefunded(CARD, FIRST, "R1", eur("15.00"), NOW));
    tell(new OrderRefunded(FIRST, BY, "R1", eur("15.00"), NOW));
    assertRight();
  }

  @Test
  void aCardThatWasSpentTwiceIsFound() {
    confirmed(FIRST, "50.00");
    placed(SECOND, "50.00");
    tell(new GiftCardHeld(CARD, SECOND, eur("50.00"), NOW));

    assertThat(ledgers.wrongGiftCards())
        .containsExactly(
            new Violation(Invariant.GIFT_CARDS, "gift card " + CARD + " had a balance of -5000"));
  }

  @Test
  void whatTheOrderDoesNotKnowOfIsFoundBothWays() {
    confirmed(FIRST, "50.00");
    tell(new GiftCardCaptured(CARD, FIRST, "parcel-1", eur("40.00"), NOW));
    assertThat(wrong(FIRST)).singleElement().asString().contains("holds 1000, took 4000");

    placed(SECOND, "1.00");
    tell(new OrderPaid(SECOND, BY, CARD.value(), "parcel-1", eur("1.00"), NOW));
    assertThat(wrong(SECOND)).singleElement().asString().contains("holds 0, took 0");
  }

  @Test
  void anOrderThatEndedAndIsStillHeldIsFoundUntilItIsGivenUp() {
    confirmed(FIRST, "50.00");
    tell(new OrderCancelled(FIRST, "", CancelledBy.CUSTOMER, NOW));
    assertThat(wrong(FIRST)).singleElement().asString().contains("holds 5000");

    tell(new GiftCardVoided(CARD, FIRST, eur("50.00"), NOW));
    assertRight();
  }

  @Test
  void aStepThatCountsTwiceAndAnOrderThatNobodyPlacedAreFound() {
    confirmed(FIRST, "20.00");
    tell(new GiftCardCaptured(CARD, FIRST, "parcel-1", eur("10.00"), NOW));
    tell(new GiftCardCaptured(CARD, FIRST, "parcel-1", eur("10.00"), NOW));
    assertThat(wrong(FIRST)).singleElement().asString().contains("counts a step twice");

    tell(new GiftCardHeld(CARD, SECOND, eur("1.00"), NOW));
    assertThat(ledgers.wrongGiftCards())
        .singleElement()
        .asString()
        .contains(SECOND + " was never placed");
  }

  private void confirmed(OrderId order, String amount) {
    tell(new GiftCardIssued(CARD, eur("50.00"), LocalDate.parse("2029-12-31"), NOW));
    placed(order, amount);
    tell(new GiftCardHeld(CARD, order, eur(amount), NOW));
    tell(new PaymentAuthorised(order, BY, CARD.value(), eur(amount)));
    tell(new OrderConfirmed(order, NOW));
  }

  private void placed(OrderId order, String amount) {
    Money none = eur("0.00");
    tell(
        new OrderPlaced(
            order,
            order.value(),
            ChannelId.SHOP,
            null,
            null,
            new CustomerId("c"),
            CountryCode.GERMANY,
            List.of(),
            new OrderTotals(none, none, none, none, eur(amount)),
            false,
            NOW));
  }

  private void tell(Object event) {
    ledgers.apply(event);
  }

  private void assertRight() {
    assertThat(wrong(FIRST)).isEmpty();
    assertThat(ledgers.wrongGiftCards()).isEmpty();
  }

  private List<String> wrong(OrderId order) {
    return ledgers.wrong(order).stream()
        .filter(violation -> violation.invariant() == Invariant.GIFT_CARDS)
        .map(Violation::reason)
        .toList();
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
