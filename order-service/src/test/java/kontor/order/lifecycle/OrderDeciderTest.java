package kontor.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import org.junit.jupiter.api.Test;

/** What may happen to an order, when, and how often. */
class OrderDeciderTest {

  private static final OrderId ID = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");
  private static final Sku SKU = new Sku("TEE");
  private static final PaymentAuthorised PAYMENT =
      new PaymentAuthorised(ID, "test", "p", eur("10.00"));

  @Test
  void anOrderIsPlacedOnce() {
    assertThat(OrderDecider.place(placed(), placedEvent())).isEmpty();
  }

  @Test
  void onlyAnOpenOrderIsConfirmedOrRejected() {
    assertThat(OrderDecider.confirm(confirmed(), PAYMENT, NOW)).isEmpty();
    assertThat(OrderDecider.reject(confirmed(), RejectionReason.OUT_OF_STOCK, "", NOW)).isEmpty();
    assertThat(OrderStatus.of(confirmed())).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void aCancelledOrderIsNotConfirmedByALateAnswerOfTheProvider() {
    Order cancelled = then(placed(), order -> OrderDecider.cancel(order, "changed mind", NOW));

    assertThat(OrderDecider.confirm(cancelled, PAYMENT, NOW)).isEmpty();
    assertThat(OrderDecider.ship(cancelled, "DHL", null, NOW)).isEmpty();
  }

  @Test
  void anExpiredReservationRejectsAnOpenOrderAndCancelsAConfirmedOne() {
    assertThat(OrderStatus.of(then(placed(), o -> OrderDecider.reservationExpired(o, NOW))))
        .isEqualTo(OrderStatus.REJECTED);
    assertThat(OrderDecider.reservationExpired(confirmed(), NOW))
        .hasOnlyElementsOfType(OrderCancelled.class);
  }

  @Test
  void whatIsShippedIsPaidOnceAndCannotBeCancelled() {
    Order paid = then(shipped(), order -> OrderDecider.paid(order, NOW));

    assertThat(OrderDecider.paid(paid, NOW)).isEmpty();
    assertThat(OrderDecider.cancel(paid, "too late", NOW)).isEmpty();
  }

  @Test
  void theRefundsOfAllUnitsAreExactlyWhatWasPaidForThem() {
    Order order = then(shipped(), o -> OrderDecider.paid(o, NOW));
    Money back = eur("0.00");
    for (int unit = 1; unit <= 3; unit++) {
      String rma = "R" + unit;
      List<OrderEvent> returned = OrderDecider.takeBack(order, rma, units(1), NOW);
      Money due = ((OrderReturned) returned.get(0)).refundDue();
      back = back.plus(due);
      order = then(order, o -> returned);
      order = then(order, o -> OrderDecider.refunded(o, rma, due, NOW));
    }

    assertThat(back).isEqualTo(eur("10.00"));
    assertThat(OrderDecider.takeBack(order, "R4", units(1), NOW)).isEmpty();
  }

  @Test
  void anRmaComesBackAndIsPaidBackOnceAndNeverMoreThanWasCaptured() {
    Order order = then(shipped(), o -> OrderDecider.paid(o, NOW));
    Order returned = then(order, o -> OrderDecider.takeBack(o, "R1", units(1), NOW));

    assertThat(OrderDecider.takeBack(returned, "R1", units(1), NOW)).isEmpty();
    assertThat(OrderDecider.refunded(returned, "R1", eur("10.01"), NOW)).isEmpty();
    Order refunded = then(returned, o -> OrderDecider.refunded(o, "R1", eur("3.33"), NOW));
    assertThat(OrderDecider.refunded(refunded, "R1", eur("3.33"), NOW)).isEmpty();
  }

  @Test
  void eachStepSaysWhatHappenedToWhichOrderAndWhen() {
    Order paid = then(shipped(), order -> OrderDecider.paid(order, NOW));

    assertThat(OrderDecider.place(new Order.Absent(), placedEvent()))
        .containsExactly(placedEvent());
    assertThat(OrderDecider.confirm(placed(), PAYMENT, NOW))
        .containsExactly(PAYMENT, new OrderConfirmed(ID, NOW));
    assertThat(OrderDecider.reject(placed(), RejectionReason.OUT_OF_STOCK, "none", NOW))
        .containsExactly(new OrderRejected(ID, RejectionReason.OUT_OF_STOCK, "none", NOW));
    assertThat(OrderDecider.cancel(placed(), "changed mind", NOW))
        .containsExactly(new OrderCancelled(ID, "changed mind", null, NOW));
    assertThat(OrderDecider.ship(confirmed(), "DHL", "1", NOW))
        .containsExactly(new OrderShipped(ID, "DHL", "1", NOW));
    assertThat(OrderDecider.paid(shipped(), NOW))
        .containsExactly(new OrderPaid(ID, "test", "p", eur("10.00"), NOW));
    assertThat(OrderDecider.takeBack(paid, "R1", units(3), NOW))
        .containsExactly(new OrderReturned(ID, "R1", units(3), eur("10.00"), NOW));
    assertThat(OrderDecider.refunded(paid, "R1", eur("10.00"), NOW))
        .containsExactly(new OrderRefunded(ID, "test", "R1", eur("10.00"), NOW));
  }

  @Test
  void aStepThatItsStateDoesNotAllowDecidesNothing() {
    assertThat(OrderDecider.confirm(new Order.Absent(), PAYMENT, NOW)).isEmpty();
    assertThat(OrderDecider.cancel(new Order.Absent(), "", NOW)).isEmpty();
    assertThat(OrderDecider.cancel(shipped(), "", NOW)).isEmpty();
    assertThat(OrderDecider.ship(placed(), "DHL", null, NOW)).isEmpty();
    assertThat(OrderDecider.ship(shipped(), "DHL", null, NOW)).isEmpty();
    assertThat(OrderDecider.paid(confirmed(), NOW)).isEmpty();
    assertThat(OrderDecider.takeBack(confirmed(), "R1", units(1), NOW)).isEmpty();
    assertThat(OrderDecider.takeBack(shipped(), "R1", units(4), NOW)).isEmpty();
    assertThat(OrderDecider.refunded(confirmed(), "R1", eur("1.00"), NOW)).isEmpty();
    assertThat(OrderDecider.refunded(shipped(), "R1", eur("0.01"), NOW)).isEmpty();
  }

  private static List<ReturnedLine> units(int units) {
    return List.of(new ReturnedLine(1, SKU, new Quantity(units)));
  }

  private static Order placed() {
    return then(new Order.Absent(), order -> OrderDecider.place(order, placedEvent()));
  }

  private static Order confirmed() {
    return then(placed(), order -> OrderDecider.confirm(order, PAYMENT, NOW));
  }

  private static Order shipped() {
    return then(confirmed(), order -> OrderDecider.ship(order, "DHL", "1", NOW));
  }

  private static Order then(Order state, Function<Order, List<OrderEvent>> rule) {
    Order now = state;
    for (OrderEvent event : rule.apply(state)) {
      now = Order.evolve(now, event);
    }
    return now;
  }

  private static OrderPlaced placedEvent() {
    OrderLine line =
        new OrderLine(
            1,
            null,
            SKU,
            "Tee",
            new Quantity(3),
            eur("3.40"),
            eur("0.20"),
            eur("10.00"),
            700,
            eur("0.65"));
    return new OrderPlaced(
        ID,
        "1",
        ChannelId.SHOP,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        List.of(line),
        new OrderTotals(eur("10.20"), eur("0.20"), eur("0.00"), eur("0.65"), eur("10.00")),
        false,
        NOW);
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
