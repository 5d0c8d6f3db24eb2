package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.ID;
import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.PAYMENT;
import static kontor.order.lifecycle.Lives.all;
import static kontor.order.lifecycle.Lives.confirmed;
import static kontor.order.lifecycle.Lives.cups;
import static kontor.order.lifecycle.Lives.eur;
import static kontor.order.lifecycle.Lives.event;
import static kontor.order.lifecycle.Lives.placed;
import static kontor.order.lifecycle.Lives.shipped;
import static kontor.order.lifecycle.Lives.taken;
import static kontor.order.lifecycle.Lives.teas;
import static kontor.order.lifecycle.Lives.then;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.ChangeEvent.HoldLifted;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.ChangeEvent.OrderPutOnHold;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.OrderEvent.RejectionReason;
import org.junit.jupiter.api.Test;

/** Whether an order is taken, changed or given up. */
class OrderDeciderTest {

  private static final PaymentRequested REQUEST =
      new PaymentRequested(ID, "prepayment", "VK-1042", eur("22.90"), NOW.plusSeconds(60));

  @Test
  void anOrderIsPlacedOnce() {
    assertThat(OrderDecider.place(new Order.Absent(), event())).containsExactly(event());
    assertThat(OrderDecider.place(placed(), event())).isEmpty();
  }

  @Test
  void anOpenOrderIsConfirmedOrRejectedOnce() {
    assertThat(OrderDecider.confirm(placed(), PAYMENT, NOW))
        .containsExactly(PAYMENT, new OrderConfirmed(ID, NOW));
    assertThat(OrderDecider.reject(placed(), RejectionReason.OUT_OF_STOCK, "none", NOW))
        .containsExactly(new OrderRejected(ID, RejectionReason.OUT_OF_STOCK, "none", NOW));
    assertThat(OrderDecider.confirm(confirmed(), PAYMENT, NOW)).isEmpty();
    assertThat(OrderDecider.confirm(new Order.Absent(), PAYMENT, NOW)).isEmpty();
    assertThat(OrderDecider.reject(confirmed(), RejectionReason.OUT_OF_STOCK, "", NOW)).isEmpty();
  }

  @Test
  void theBuyerIsAskedOnceToPayFirst() {
    Order asked = then(placed(), order -> OrderDecider.requestPayment(order, REQUEST));

    assertThat(OrderStatus.of(asked)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    assertThat(OrderDecider.requestPayment(asked, REQUEST)).isEmpty();
    assertThat(OrderDecider.requestPayment(confirmed(), REQUEST)).isEmpty();
  }

  @Test
  void aCancelledOrderIsNotConfirmedByALateAnswerOfTheProvider() {
    Order cancelled =
        then(placed(), o -> OrderDecider.cancel(o, CancelledBy.CUSTOMER, "changed mind", NOW));

    assertThat(OrderDecider.confirm(cancelled, PAYMENT, NOW)).isEmpty();
    assertThat(ParcelDecider.ship(cancelled, "DHL", null, NOW)).isEmpty();
    assertThat(OrderDecider.cancel(cancelled, CancelledBy.MANAGER, "", NOW)).isEmpty();
  }

  @Test
  void anExpiredReservationRejectsAnOpenOrderAndCancelsAConfirmedOne() {
    assertThat(OrderStatus.of(then(placed(), o -> OrderDecider.reservationExpired(o, NOW))))
        .isEqualTo(OrderStatus.REJECTED);
    assertThat(OrderDecider.reservationExpired(confirmed(), NOW))
        .containsExactly(new OrderCancelled(ID, "reservation expired", CancelledBy.PLATFORM, NOW));
  }

  @Test
  void aWholeOrderIsCancelledUntilAParcelHasLeft() {
    Order packed = then(confirmed(), o -> ParcelDecider.pack(o, "1", teas(1), NOW));

    assertThat(OrderDecider.cancel(packed, CancelledBy.MANAGER, "sold out", NOW))
        .containsExactly(new OrderCancelled(ID, "sold out", CancelledBy.MANAGER, NOW));
    Order left = then(packed, o -> ParcelDecider.shipParcel(o, "1", "DHL", null, NOW));
    assertThat(OrderDecider.cancel(left, CancelledBy.MANAGER, "", NOW)).isEmpty();
    assertThat(OrderDecider.cancel(new Order.Absent(), CancelledBy.MANAGER, "", NOW)).isEmpty();
  }

  @Test
  void cancelledUnitsAreNotChargedAndCountOnce() {
    List<OrderEvent> decided = cancelLines(confirmed(), "C1", teas(2));

    assertThat(decided)
        .containsExactly(
            new LinesCancelled(
                ID, "C1", teas(2), eur("6.66"), CancelledBy.CUSTOMER, "too many", NOW));
    Order less = then(confirmed(), o -> decided);
    assertThat(cancelLines(less, "C1", teas(1))).isEmpty();
    assertThat(cancelLines(less, "C2", teas(2))).isEmpty();
    assertThat(((LinesCancelled) cancelLines(less, "C2", teas(1)).get(0)).amount())
        .isEqualTo(eur("3.34"));
  }

  @Test
  void withItsLastUnitsCancelledTheOrderEnds() {
    assertThat(cancelLines(confirmed(), "C1", all()))
        .last()
        .isEqualTo(new OrderCancelled(ID, "too many", CancelledBy.CUSTOMER, NOW));
    Order partly =
        then(
            then(confirmed(), o -> ParcelDecider.pack(o, "1", teas(3), NOW)),
            o -> ParcelDecider.shipParcel(o, "1", "DHL", "T", NOW));
    assertThat(cancelLines(partly, "C1", cups(2)))
        .last()
        .isEqualTo(new OrderShipped(ID, "DHL", "T", NOW));
  }

  @Test
  void unitsInAParcelThatIsStillHereKeepTheOrderOpen() {
    Order packed = then(confirmed(), o -> ParcelDecider.pack(o, "1", teas(3), NOW));

    assertThat(cancelLines(packed, "C1", teas(1))).isEmpty();
    assertThat(cancelLines(packed, "C1", cups(2))).hasSize(1);
  }

  @Test
  void onlyUnitsOfTheOrderAreCancelledEachLineOnce() {
    LineUnits none = new LineUnits(1, Lives.TEA, Quantity.ZERO);
    LineUnits other = new LineUnits(1, new Sku("OTHER"), new Quantity(1));

    assertThat(cancelLines(confirmed(), "C", List.of())).isEmpty();
    assertThat(cancelLines(confirmed(), "C", List.of(none))).isEmpty();
    assertThat(cancelLines(confirmed(), "C", List.of(other))).isEmpty();
    assertThat(cancelLines(confirmed(), "C", List.of(teas(1).get(0), teas(1).get(0)))).isEmpty();
    assertThat(cancelLines(placed(), "C", teas(1))).isEmpty();
    assertThat(cancelLines(shipped(), "C", teas(1))).isEmpty();
  }

  @Test
  void whileItIsOnHoldNothingLeavesButItCanBeCancelled() {
    List<OrderEvent> held = OrderDecider.hold(confirmed(), "check address", NOW);
    assertThat(held).containsExactly(new OrderPutOnHold(ID, "check address", NOW));
    Order onHold = then(confirmed(), o -> held);

    assertThat(OrderStatus.of(onHold)).isEqualTo(OrderStatus.ON_HOLD);
    assertThat(ParcelDecider.ship(onHold, "DHL", null, NOW)).isEmpty();
    assertThat(ParcelDecider.pack(onHold, "1", teas(1), NOW)).isEmpty();
    assertThat(OrderDecider.hold(onHold, "again", NOW)).isEmpty();
    assertThat(cancelLines(onHold, "C", teas(1))).isNotEmpty();
    assertThat(OrderDecider.liftHold(onHold, NOW)).containsExactly(new HoldLifted(ID, NOW));
    Order goesOn = then(onHold, o -> OrderDecider.liftHold(o, NOW));
    assertThat(taken(goesOn).stage()).isEqualTo(Stage.OPEN);
    assertThat(OrderDecider.liftHold(goesOn, NOW)).isEmpty();
    assertThat(OrderDecider.hold(shipped(), "", NOW)).isEmpty();
  }

  private static List<OrderEvent> cancelLines(Order order, String name, List<LineUnits> units) {
    return OrderDecider.cancelLines(order, name, units, CancelledBy.CUSTOMER, "too many", NOW);
  }
}
