package kontor.order.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import kontor.order.giftcard.GiftCard.Issued;
import org.junit.jupiter.api.Test;

/** How the money of a gift card moves. */
class GiftCardDeciderTest {

  private static final GiftCardId CARD = GiftCardId.ofRequest("user:manager", "1");
  private static final OrderId FIRST = new OrderId("00000000-0000-7000-8000-000000000001");
  private static final OrderId SECOND = new OrderId("00000000-0000-7000-8000-000000000002");
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final LocalDate LAST = LocalDate.parse("2029-12-31");

  private GiftCard card = new GiftCard.Absent();

  @Test
  void aCardIsIssuedOnceAndKeepsItsFirstAmount() {
    issued("50.00");
    GiftCardIssued other = new GiftCardIssued(CARD, eur("80.00"), LAST, NOW);

    assertThat(GiftCardDecider.issue(card, other)).isEmpty();
    assertThat(balance()).isEqualTo(eur("50.00"));
  }

  @Test
  void whatIsHeldForOneOrderCannotPayAnother() {
    issued("50.00");
    hold(FIRST, "50.00");

    assertThat(hold(SECOND, "0.01")).isEmpty();
    assertThat(GiftCardDecider.refusal(card, eur("0.01"), LAST)).contains(CardRefusal.INSUFFICIENT);
    assertThat(hold(FIRST, "50.00")).as("asked again").isEmpty();
    assertThat(balance()).isEqualTo(eur("0.00"));
  }

  @Test
  void aLargerBalanceKeepsTheRest() {
    issued("50.00");

    assertThat(hold(FIRST, "12.34"))
        .containsExactly(new GiftCardHeld(CARD, FIRST, eur("12.34"), NOW));
    assertThat(balance()).isEqualTo(eur("37.66"));
  }

  @Test
  void eachParcelTakesItsPartOnceHoweverOftenItIsAskedFor() {
    issued("50.00");
    hold(FIRST, "30.00");

    assertThat(capture("parcel-1", "10.00"))
        .containsExactly(new GiftCardCaptured(CARD, FIRST, "parcel-1", eur("10.00"), NOW));
    assertThat(capture("parcel-1", "20.00")).isEmpty();
    assertThat(capture("parcel-2", "20.00")).hasSize(1);
    assertThat(payment().captures())
        .containsEntry("parcel-1", eur("10.00"))
        .containsEntry("parcel-2", eur("20.00"));
    assertThat(payment().held()).isEqualTo(eur("0.00"));
    assertThat(balance()).isEqualTo(eur("20.00"));
  }

  @Test
  void noMoreIsTakenThanIsHeld() {
    issued("50.00");
    hold(FIRST, "30.00");

    assertThat(capture("parcel-1", "30.01"))
        .containsExactly(new GiftCardCaptured(CARD, FIRST, "parcel-1", eur("30.00"), NOW));
    assertThat(capture("parcel-2", "0.01")).isEmpty();
  }

  @Test
  void whatIsNotChargedAnyMoreIsFreeAgainOnce() {
    issued("50.00");
    hold(FIRST, "30.00");

    assertThat(release("cancelled-C1", "10.00"))
        .containsExactly(new GiftCardReleased(CARD, FIRST, "cancelled-C1", eur("10.00"), NOW));
    assertThat(release("cancelled-C1", "10.00")).isEmpty();
    assertThat(balance()).isEqualTo(eur("30.00"));
  }

  @Test
  void anOrderThatEndedHoldsNothingAndNothingIsHeldForItLater() {
    issued("50.00");
    hold(FIRST, "30.00");

    assertThat(giveUp(FIRST)).containsExactly(new GiftCardVoided(CARD, FIRST, eur("30.00"), NOW));
    assertThat(giveUp(FIRST)).isEmpty();
    assertThat(balance()).isEqualTo(eur("50.00"));
    assertThat(giveUp(SECOND)).as("before its hold came").hasSize(1);
    assertThat(hold(SECOND, "10.00")).isEmpty();
    assertThat(hold(FIRST, "10.00")).isEmpty();
  }

  @Test
  void aRefundGoesBackOnTheCardOnceAndNeverMoreThanWasTaken() {
    issued("50.00");
    hold(FIRST, "30.00");
    capture("parcel-1", "30.00");

    assertThat(refund("RMA-1", "10.00"))
        .containsExactly(new GiftCardRefunded(CARD, FIRST, "RMA-1", eur("10.00"), NOW));
    assertThat(refund("RMA-1", "10.00")).isEmpty();
    assertThat(refund("RMA-2", "99.00"))
        .containsExactly(new GiftCardRefunded(CARD, FIRST, "RMA-2", eur("20.00"), NOW));
    assertThat(balance()).isEqualTo(eur("50.00"));
  }

  @Test
  void aBlockedCardPaysNoNewOrderAndKeepsItsPromises() {
    issued("50.00");
    hold(FIRST, "30.00");

    assertThat(apply(GiftCardDecider.block(card, NOW)))
        .containsExactly(new GiftCardBlocked(CARD, NOW));
    assertThat(GiftCardDecider.block(card, NOW)).isEmpty();
    assertThat(GiftCardDecider.refusal(card, eur("1.00"), LAST)).contains(CardRefusal.BLOCKED);
    assertThat(hold(SECOND, "1.00")).isEmpty();
    assertThat(capture("parcel-1", "30.00")).hasSize(1);
  }

  @Test
  void theLastDayCountsAndTheNextDoesNot() {
    issued("50.00");

    assertThat(GiftCardDecider.refusal(card, eur("50.00"), LAST)).isEmpty();
    assertThat(GiftCardDecider.refusal(card, eur("50.00"), LAST.plusDays(1)))
        .contains(CardRefusal.EXPIRED);
    assertThat(GiftCardDecider.hold(card, FIRST, eur("1.00"), LAST.plusDays(1), NOW)).isEmpty();
  }

  @Test
  void anotherCurrencyAndAnAbsentCardPayNothing() {
    assertThat(GiftCardDecider.refusal(card, eur("1.00"), LAST)).contains(CardRefusal.UNKNOWN);
    assertThat(hold(FIRST, "1.00")).isEmpty();
    assertThat(giveUp(FIRST)).isEmpty();
    issued("50.00");
    assertThat(GiftCardDecider.refusal(card, Money.of("1.00", "CHF"), LAST))
        .contains(CardRefusal.CURRENCY);
    assertThat(GiftCardDecider.refusal(card, eur("-1.00"), LAST))
        .contains(CardRefusal.INSUFFICIENT);
  }

  private void issued(String amount) {
    apply(GiftCardDecider.issue(card, new GiftCardIssued(CARD, eur(amount), LAST, NOW)));
  }

  private List<GiftCardEvent> hold(OrderId order, String amount) {
    return apply(GiftCardDecider.hold(card, order, eur(amount), LAST, NOW));
  }

  private List<GiftCardEvent> capture(String name, String amount) {
    return apply(GiftCardDecider.capture(card, FIRST, name, eur(amount), NOW));
  }

  private List<GiftCardEvent> release(String name, String amount) {
    return apply(GiftCardDecider.release(card, FIRST, name, eur(amount), NOW));
  }

  private List<GiftCardEvent> giveUp(OrderId order) {
    return apply(GiftCardDecider.giveUp(card, order, NOW));
  }

  private List<GiftCardEvent> refund(String name, String amount) {
    return apply(GiftCardDecider.refund(card, FIRST, name, eur(amount), NOW));
  }

  private List<GiftCardEvent> apply(List<GiftCardEvent> events) {
    for (GiftCardEvent event : events) {
      card = GiftCard.evolve(card, event);
    }
    return events;
  }

  private Money balance() {
    return ((Issued) card).balance();
  }

  private CardPayment payment() {
    return ((Issued) card).payment(FIRST).orElseThrow();
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
