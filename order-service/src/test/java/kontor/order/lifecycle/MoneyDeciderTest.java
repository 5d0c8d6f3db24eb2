package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.ID;
import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.PAYMENT;
import static kontor.order.lifecycle.Lives.all;
import static kontor.order.lifecycle.Lives.back;
import static kontor.order.lifecycle.Lives.confirmed;
import static kontor.order.lifecycle.Lives.cups;
import static kontor.order.lifecycle.Lives.eur;
import static kontor.order.lifecycle.Lives.paid;
import static kontor.order.lifecycle.Lives.placed;
import static kontor.order.lifecycle.Lives.shipped;
import static kontor.order.lifecycle.Lives.taken;
import static kontor.order.lifecycle.Lives.teas;
import static kontor.order.lifecycle.Lives.then;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import org.junit.jupiter.api.Test;

/** What is due, what came in, what goes back. */
class MoneyDeciderTest {

  @Test
  void eachParcelIsPaidWhenItLeavesAndTheFirstWithTheShipping() {
    Order first =
        then(
            then(confirmed(), o -> ParcelDecider.pack(o, "A", teas(2), NOW)),
            o -> ParcelDecider.shipParcel(o, "A", "DHL", null, NOW));

    assertThat(MoneyDecider.due(taken(confirmed()))).isEqualTo(eur("0.00"));
    assertThat(MoneyDecider.due(taken(first))).isEqualTo(eur("11.56"));
    Order collected = then(first, o -> pay(o, "parcel-A", "11.56"));
    Order whole = then(collected, o -> ParcelDecider.ship(o, "DHL", null, NOW));
    assertThat(MoneyDecider.due(taken(whole))).isEqualTo(eur("11.34"));
  }

  @Test
  void whatWasCancelledIsNotDue() {
    Order less =
        then(
            confirmed(),
            o -> OrderDecider.cancelLines(o, "C", teas(2), CancelledBy.MANAGER, "", NOW));
    Order left = then(less, o -> ParcelDecider.ship(o, "DHL", null, NOW));

    assertThat(MoneyDecider.due(taken(left))).isEqualTo(eur("16.24"));
  }

  @Test
  void whatIsCancelledAfterAReturnKeepsNoCent() {
    Order first =
        then(
            then(confirmed(), o -> ParcelDecider.pack(o, "A", teas(2), NOW)),
            o -> ParcelDecider.shipParcel(o, "A", "DHL", null, NOW));
    Order returned = then(first, o -> ReturnDecider.takeBack(o, "R", back(teas(2)), NOW));
    Order less =
        then(
            returned, o -> OrderDecider.cancelLines(o, "C", teas(1), CancelledBy.MANAGER, "", NOW));

    assertThat(Order.books(less).reduced()).isEqualTo(eur("3.34"));
    assertThat(taken(returned).returns().due()).contains(eur("6.66"));
  }

  @Test
  void moneyCountsOnceByItsNameWhateverBecameOfTheOrder() {
    assertThat(pay(shipped(), "parcel-1", "22.90"))
        .containsExactly(new OrderPaid(ID, "test", "p", "parcel-1", eur("22.90"), NOW));
    assertThat(pay(paid(), "parcel-1", "22.90")).isEmpty();
    assertThat(pay(cancelled(), "late", "22.90")).hasSize(1);
    assertThat(pay(new Order.Absent(), "x", "22.90")).isEmpty();
  }

  @Test
  void thePrepaidOrderIsConfirmedWithTheLastOfItsSum() {
    Order asked = asked();

    assertThat(transfer(asked, "T1", "22.89")).hasSize(1);
    Order almost = then(asked, o -> transfer(o, "T1", "22.89"));
    assertThat(transfer(almost, "T1", "22.89")).isEmpty();
    assertThat(transfer(almost, "T2", "0.01"))
        .containsExactly(
            new OrderPaid(ID, "prepayment", "VK-1042", "T2", eur("0.01"), NOW),
            new PaymentAuthorised(ID, "prepayment", "VK-1042", eur("22.90")),
            new OrderConfirmed(ID, NOW));
    assertThat(transfer(placed(), "T1", "22.90")).hasSize(1);
  }

  @Test
  void theMoneyOfAnOrderThatEndedIsTheBuyers() {
    Order late = then(cancelled(), o -> transfer(o, "T1", "22.90"));

    assertThat(MoneyDecider.overpaid(cancelled(), true)).isEqualTo(eur("0.00"));
    assertThat(MoneyDecider.overpaid(late, true)).isEqualTo(eur("22.90"));
    Order back = then(late, o -> refund(o, "ended", "22.90"));
    assertThat(MoneyDecider.overpaid(back, true)).isEqualTo(eur("0.00"));
  }

  @Test
  void whatWasPaidUpfrontAndCancelledOrTooMuchIsTheBuyers() {
    Order prepaid = then(asked(), o -> transfer(o, "T1", "25.00"));
    assertThat(MoneyDecider.overpaid(prepaid, true)).isEqualTo(eur("2.10"));
    Order less =
        then(
            prepaid, o -> OrderDecider.cancelLines(o, "C", cups(1), CancelledBy.CUSTOMER, "", NOW));
    assertThat(MoneyDecider.overpaid(less, true)).isEqualTo(eur("6.10"));
  }

  @Test
  void onAccountNothingGoesBackForReturnsThatWereNotPaid() {
    Order returned = then(shipped(), o -> ReturnDecider.takeBack(o, "R", back(cups(2)), NOW));

    assertThat(MoneyDecider.overpaid(returned, false)).isEqualTo(eur("-14.90"));
    Order inFull = then(returned, o -> pay(o, "T1", "22.90"));
    assertThat(MoneyDecider.overpaid(inFull, false)).isEqualTo(eur("8.00"));
  }

  @Test
  void noMoreGoesBackThanIsHereAndEachRefundOnce() {
    assertThat(refund(paid(), "R", "22.91")).isEmpty();
    assertThat(refund(paid(), "R", "22.90"))
        .containsExactly(new OrderRefunded(ID, "test", "R", eur("22.90"), NOW));
    Order once = then(paid(), o -> refund(o, "R", "20.00"));
    assertThat(refund(once, "R", "1.00")).isEmpty();
    assertThat(refund(once, "R2", "2.91")).isEmpty();
    assertThat(refund(once, "R2", "2.90")).hasSize(1);
    assertThat(refund(new Order.Absent(), "R", "0.00")).isEmpty();
  }

  @Test
  void allReturnedAllGoesBackToTheCent() {
    Order back = then(paid(), o -> ReturnDecider.takeBack(o, "R", back(all()), NOW));

    assertThat(MoneyDecider.overpaid(back, false)).isEqualTo(eur("18.00"));
  }

  private static Order asked() {
    PaymentRequested request =
        new PaymentRequested(ID, "prepayment", "VK-1042", eur("22.90"), NOW.plusSeconds(60));
    return then(placed(), o -> OrderDecider.requestPayment(o, request));
  }

  private static Order cancelled() {
    return then(
        then(placed(), o -> OrderDecider.confirm(o, PAYMENT, NOW)),
        o -> OrderDecider.cancel(o, CancelledBy.MANAGER, "", NOW));
  }

  private static List<OrderEvent> pay(Order order, String capture, String amount) {
    return MoneyDecider.paid(order, "test", "p", capture, eur(amount), NOW);
  }

  private static List<OrderEvent> transfer(Order order, String transfer, String amount) {
    return MoneyDecider.received(order, "prepayment", "VK-1042", transfer, eur(amount), NOW);
  }

  private static List<OrderEvent> refund(Order order, String name, String amount) {
    return MoneyDecider.refunded(order, "test", name, eur(amount), NOW);
  }
}
