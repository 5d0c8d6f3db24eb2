package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.ID;
import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.all;
import static kontor.order.lifecycle.Lives.eur;
import static kontor.order.lifecycle.Lives.then;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.OrderEvent.RejectionReason;
import org.junit.jupiter.api.Test;

/** Faults that other systems had with orders, payments and refunds, by their number. */
class CasesTest {

  @Test
  void case39TheBrowserAndTheMessageCompleteOneOrder() {
    PaymentAuthorised byMessage = new PaymentAuthorised(ID, "test", "p", eur("22.90"));
    Order once = then(asked(), o -> OrderDecider.confirm(o, byMessage, NOW));

    assertThat(OrderDecider.confirm(once, byMessage, NOW)).isEmpty();
    assertThat(OrderStatus.of(once)).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void case41MoneyAndTheEndOfTheTimeToPayInEitherOrder() {
    Order paidFirst = then(then(asked(), o -> transfer(o, "T", "22.90")), CasesTest::overdue);
    assertThat(OrderStatus.of(paidFirst)).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(MoneyDecider.overpaid(paidFirst, true)).isEqualTo(eur("0.00"));

    Order endFirst = then(then(asked(), CasesTest::overdue), o -> transfer(o, "T", "22.90"));
    assertThat(OrderStatus.of(endFirst)).isEqualTo(OrderStatus.REJECTED);
    assertThat(MoneyDecider.overpaid(endFirst, true)).isEqualTo(eur("22.90"));
  }

  @Test
  void case43WhatWasPaidGoesBackWhenTheStockIsGone() {
    Order paid = then(asked(), o -> transfer(o, "T", "22.90"));
    Order gone = then(paid, o -> OrderDecider.reservationExpired(o, NOW));

    assertThat(OrderStatus.of(gone)).isEqualTo(OrderStatus.CANCELLED);
    assertThat(MoneyDecider.overpaid(gone, true)).isEqualTo(eur("22.90"));
  }

  @Test
  void case51AFullRefundIsWhatWasPaidToTheCent() {
    OrderPlaced tenPieces = order("23.90", 10, "59.75", "0.00");
    assertThat(tenPieces.totals().grand()).isEqualTo(eur("179.25"));
    Order shipped = shippedAndPaid(tenPieces);

    assertThat(due(shipped, "R", 10)).isEqualTo(eur("179.25"));
    Order order = shipped;
    Money back = eur("0.00");
    for (int piece = 0; piece < 10; piece++) {
      String rma = "R" + piece;
      back = back.plus(due(order, rma, 1));
      order = then(order, o -> ReturnDecider.takeBack(o, rma, Lives.back(units(1)), NOW));
    }
    assertThat(back).isEqualTo(eur("179.25"));
  }

  @Test
  void case53ARefundIsLimitedByWhatIsLeft() {
    Order paid = shippedAndPaid(order("50.00", 1, "0.00", "0.00"));
    Order once = then(paid, o -> MoneyDecider.refunded(o, "test", "A", eur("49.00"), NOW));

    assertThat(MoneyDecider.refunded(once, "test", "B", eur("50.00"), NOW)).isEmpty();
    Order twice = then(once, o -> MoneyDecider.refunded(o, "test", "C", eur("1.00"), NOW));
    assertThat(Order.books(twice).balance()).isEqualTo(eur("0.00"));
  }

  @Test
  void case55AllLinesCancelledAllMoneyGoesBackWithTheShipping() {
    Order paid = then(asked(), o -> transfer(o, "T", "22.90"));
    List<OrderEvent> decided =
        OrderDecider.cancelLines(paid, "C", all(), CancelledBy.CUSTOMER, "", NOW);

    assertThat(decided).last().isInstanceOf(OrderCancelled.class);
    assertThat(MoneyDecider.overpaid(then(paid, o -> decided), true)).isEqualTo(eur("22.90"));
  }

  private static List<OrderEvent> overdue(Order order) {
    return OrderDecider.reject(order, RejectionReason.PAYMENT_OVERDUE, "", NOW);
  }

  private static Order asked() {
    PaymentRequested request =
        new PaymentRequested(ID, "prepayment", "VK-1042", eur("22.90"), NOW.plusSeconds(60));
    return then(Lives.placed(), o -> OrderDecider.requestPayment(o, request));
  }

  private static List<OrderEvent> transfer(Order order, String transfer, String amount) {
    return MoneyDecider.received(order, "prepayment", "VK-1042", transfer, eur(amount), NOW);
  }

  private static Money due(Order order, String rma, int pieces) {
    return ((OrderReturned)
            ReturnDecider.takeBack(order, rma, Lives.back(units(pieces)), NOW).get(0))
        .refundDue();
  }

  private static List<LineUnits> units(int pieces) {
    return List.of(new LineUnits(1, Lives.TEA, new Quantity(pieces)));
  }

  private static Order shippedAndPaid(OrderPlaced placed) {
    Money grand = placed.totals().grand();
    PaymentAuthorised payment = new PaymentAuthorised(ID, "test", "p", grand);
    Order order = then(new Order.Absent(), o -> List.of(placed));
    order = then(order, o -> List.of(payment, new OrderConfirmed(ID, NOW)));
    order = then(order, o -> ParcelDecider.ship(o, "DHL", null, NOW));
    return then(order, o -> MoneyDecider.paid(o, "test", "p", "parcel-1", grand, NOW));
  }

  private static OrderPlaced order(String unit, int pieces, String discount, String shipping) {
    OrderPlaced sample = Lives.event();
    Money full = eur(unit).times(pieces);
    Money total = full.minus(eur(discount));
    OrderLine line =
        new OrderLine(
            1,
            null,
            Lives.TEA,
            "Tee",
            new Quantity(pieces),
            eur(unit),
            eur(discount),
            total,
            1900,
            eur("0.00"));
    OrderTotals totals =
        new OrderTotals(full, eur(discount), eur(shipping), eur("0.00"), total.plus(eur(shipping)));
    return new OrderPlaced(
        sample.order(),
        sample.number(),
        sample.channel(),
        null,
        null,
        sample.customer(),
        sample.country(),
        List.of(line),
        totals,
        false,
        NOW);
  }
}
