package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.confirmed;
import static kontor.order.lifecycle.Lives.delivered;
import static kontor.order.lifecycle.Lives.eur;
import static kontor.order.lifecycle.Lives.placed;
import static kontor.order.lifecycle.Lives.shipped;
import static kontor.order.lifecycle.Lives.teas;
import static kontor.order.lifecycle.Lives.then;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import org.junit.jupiter.api.Test;

/** What happens when nothing happens. */
class DeadlinesTest {

  private static final Duration STOCK = Duration.ofMinutes(30);
  private static final Duration DELIVERY = Duration.ofDays(14);
  private static final Duration RETURNING = Duration.ofDays(30);
  private static final DeadlineRules RULES =
      new DeadlineRules(STOCK, DELIVERY, 14, RETURNING, ZoneId.of("Europe/Berlin"));

  private final Deadlines deadlines = new Deadlines(RULES);

  @Test
  void anOrderThatStockDoesNotAnswerIsRejected() {
    passesAt(placed(), NOW.plus(STOCK), OrderStatus.REJECTED);
  }

  @Test
  void whatAMarketplaceSoldIsNotRejectedHoweverLateItIsHeardOf() {
    Order sold = then(new Order.Absent(), o -> List.of(Lives.sold()));

    assertThat(deadlines.next(sold)).isEmpty();
    assertThat(deadlines.pass(sold, NOW.plus(Duration.ofDays(30)))).isEmpty();
  }

  @Test
  void anOrderThatIsNotPaidInTimeIsRejected() {
    Instant due = NOW.plus(Duration.ofDays(7));
    PaymentRequested request =
        new PaymentRequested(Lives.ID, "prepayment", "VK-1042", eur("22.90"), due);
    Order asked = then(placed(), o -> OrderDecider.requestPayment(o, request));

    passesAt(asked, due, OrderStatus.REJECTED);
    assertThat(deadlines.pass(asked, due))
        .singleElement()
        .extracting(event -> ((OrderRejected) event).reason())
        .isEqualTo(RejectionReason.PAYMENT_OVERDUE);
  }

  @Test
  void aConfirmedOrderWaitsForPeople() {
    assertThat(deadlines.next(confirmed())).isEmpty();
    assertThat(deadlines.pass(confirmed(), NOW.plus(Duration.ofDays(1_000)))).isEmpty();
  }

  @Test
  void whatTheCarrierSaysNothingOfCountsAsDelivered() {
    passesAt(shipped(), NOW.plus(DELIVERY), OrderStatus.DELIVERED);
  }

  @Test
  void anOrderIsCompletedAfterTheLastDayToWithdraw() {
    passesAt(delivered(), Instant.parse("2026-04-10T22:00:00Z"), OrderStatus.COMPLETED);
    Order completed =
        then(delivered(), o -> deadlines.pass(o, Instant.parse("2026-04-10T22:00:00Z")));
    assertThat(deadlines.next(completed)).isEmpty();
  }

  @Test
  void aReturnKeepsTheOrderOpenUntilItIsNotExpectedAnyMore() {
    Order coming =
        then(delivered(), o -> ReturnDecider.announce(o, "R", ReturnKind.WITHDRAWAL, teas(1), NOW));

    assertThat(deadlines.next(coming)).contains(NOW.plus(RETURNING));
    Order givenUp = then(coming, o -> deadlines.pass(o, NOW.plus(RETURNING)));
    assertThat(givenUp).isNotEqualTo(coming);
    assertThat(deadlines.next(givenUp)).contains(Instant.parse("2026-04-10T22:00:00Z"));
  }

  @Test
  void theTimeToWithdrawEndsWithADayInTheShopsZoneAndNeverOnAWeekend() {
    assertThat(RULES.withdrawalEnds(Instant.parse("2026-03-27T22:59:59Z")))
        .isEqualTo(Instant.parse("2026-04-10T22:00:00Z"));
    assertThat(RULES.withdrawalEnds(Instant.parse("2026-03-27T23:00:00Z")))
        .as("Saturday 28 March in Berlin: the 14th day is a Saturday")
        .isEqualTo(Instant.parse("2026-04-13T22:00:00Z"));
    assertThat(RULES.withdrawalEnds(Instant.parse("2026-10-16T10:00:00Z")))
        .as("over the end of summer time")
        .isEqualTo(Instant.parse("2026-10-30T23:00:00Z"));
  }

  @Test
  void whoWithdrawsBeforeShippingCancelsAndAfterwardsSendsBack() {
    Withdrawal withdrawal = new Withdrawal(RULES);

    assertThat(status(withdrawal, placed())).isEqualTo(OrderStatus.CANCELLED);
    assertThat(status(withdrawal, confirmed())).isEqualTo(OrderStatus.CANCELLED);
    Order back = then(delivered(), o -> withdrawal.declare(o, "W-1042", NOW));
    assertThat(Lives.taken(back).returns().find("W-1042").orElseThrow().lines())
        .isEqualTo(Lives.all());
    assertThat(withdrawal.declare(back, "W-1042", NOW)).isEmpty();
  }

  @Test
  void whatPartlyLeftIsPartlyCancelledAndPartlyComesBack() {
    Withdrawal withdrawal = new Withdrawal(RULES);
    Order partly =
        then(
            then(confirmed(), o -> ParcelDecider.pack(o, "1", teas(2), NOW)),
            o -> ParcelDecider.shipParcel(o, "1", "DHL", null, NOW));
    Order back = then(partly, o -> withdrawal.declare(o, "W-1042", NOW));

    assertThat(Lives.taken(back).goods().cancelled()).containsEntry(1, 1).containsEntry(2, 2);
    assertThat(Lives.taken(back).returns().find("W-1042").orElseThrow().lines()).isEqualTo(teas(2));
    assertThat(OrderStatus.of(back)).isEqualTo(OrderStatus.SHIPPED);
  }

  @Test
  void itIsTooLateToWithdrawAfterTheLastDay() {
    Withdrawal withdrawal = new Withdrawal(RULES);
    Instant end = Instant.parse("2026-04-10T22:00:00Z");

    assertThat(withdrawal.until(delivered(), end.minusMillis(1))).contains(end);
    assertThat(withdrawal.until(delivered(), end)).isEmpty();
    assertThat(withdrawal.declare(delivered(), "W", end)).isEmpty();
    Order ended = then(confirmed(), o -> OrderDecider.cancel(o, CancelledBy.MANAGER, "", NOW));
    assertThat(withdrawal.until(ended, NOW)).isEmpty();
  }

  private static OrderStatus status(Withdrawal withdrawal, Order order) {
    return OrderStatus.of(then(order, o -> withdrawal.declare(o, "W-1042", NOW)));
  }

  private void passesAt(Order order, Instant at, OrderStatus then) {
    assertThat(deadlines.next(order)).contains(at);
    assertThat(deadlines.pass(order, at.minusMillis(1))).isEmpty();
    assertThat(OrderStatus.of(then(order, o -> deadlines.pass(o, at)))).isEqualTo(then);
  }
}
