package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.ID;
import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.eur;
import static kontor.order.lifecycle.Lives.taken;
import static kontor.order.lifecycle.Lives.teas;
import static kontor.order.lifecycle.Lives.then;
import static kontor.order.lifecycle.SoldOnMarketplace.sold;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.contracts.order.ChangeEvent.HoldLifted;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.ChangeEvent.OrderPutOnHold;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.ReturnEvent.ReturnAnnounced;
import org.junit.jupiter.api.Test;

/** What a marketplace says of an order after it was paid. */
class SaleDeciderTest {

  private static final String BY = "marketplace";

  @Test
  void aSaleIsConfirmedWhenItIsPlacedAndOnce() {
    assertThat(sold()).isInstanceOf(Order.Confirmed.class);
    assertThat(SaleDecider.take(sold(), SoldOnMarketplace.event(), BY, NOW)).isEmpty();
  }

  @Test
  void fault28UnitsCancelledThereAreCancelledHereOnceHoweverOftenTheyAreTold() {
    List<OrderEvent> decided = SaleDecider.cancelled(sold(), Map.of("L1", 2), NOW);
    assertThat(decided)
        .singleElement()
        .isInstanceOfSatisfying(
            LinesCancelled.class,
            less -> {
              assertThat(less.lines()).isEqualTo(teas(2));
              assertThat(less.by()).isEqualTo(CancelledBy.MARKETPLACE);
            });
    Order less = then(sold(), order -> decided);
    assertThat(SaleDecider.cancelled(less, Map.of("L1", 2), NOW)).isEmpty();
    assertThat(SaleDecider.cancelled(less, Map.of("L1", 3, "L2", 2), NOW))
        .last()
        .isInstanceOf(OrderCancelled.class);
  }

  @Test
  void whatIsCancelledHereAndToldBackIsNotCancelledAgain() {
    Order here =
        then(
            sold(),
            order ->
                OrderDecider.cancelLines(order, "C", teas(1), CancelledBy.MANAGER, "gone", NOW));

    assertThat(SaleDecider.cancelled(here, Map.of("L1", 1), NOW)).isEmpty();
    assertThat(SaleDecider.cancelled(here, Map.of("L1", 2), NOW))
        .singleElement()
        .isInstanceOfSatisfying(
            LinesCancelled.class, less -> assertThat(less.lines()).isEqualTo(teas(1)));
  }

  @Test
  void unitsThatArePackedPutTheOrderOnHold() {
    Order packed = then(sold(), order -> ParcelDecider.pack(order, "1", teas(3), NOW));

    assertThat(SaleDecider.cancelled(packed, Map.of("L1", 1), NOW))
        .singleElement()
        .isInstanceOfSatisfying(
            OrderPutOnHold.class, hold -> assertThat(hold.reason()).contains("1 × TEE"));
  }

  @Test
  void fault26AWishToCancelHoldsTheOrderUntilItIsGone() {
    Order held = then(sold(), order -> SaleDecider.hold(order, "twice", NOW));
    assertThat(taken(held).stage()).isEqualTo(Stage.ON_HOLD);
    assertThat(ParcelDecider.ship(held, "DHL", null, NOW)).isEmpty();
    assertThat(SaleDecider.hold(held, "twice", NOW)).isEmpty();
    assertThat(SaleDecider.liftHold(held, NOW)).containsExactly(new HoldLifted(ID, NOW));

    Order ours = then(sold(), order -> OrderDecider.hold(order, "address", NOW));
    assertThat(SaleDecider.liftHold(ours, NOW)).as("a person's hold stays").isEmpty();
  }

  @Test
  void moneyPaidBackThereIsBookedByTheDifference() {
    Order paid = SoldOnMarketplace.shipped();

    List<OrderEvent> decided = SaleDecider.refunded(paid, BY, eur("5.00"), NOW);
    assertThat(decided)
        .containsExactly(
            new OrderRefunded(
                ID, BY, "marketplace-500", eur("5.00"), NOW, CancelledBy.MARKETPLACE));
    Order less = then(paid, order -> decided);
    assertThat(SaleDecider.refunded(less, BY, eur("5.00"), NOW)).isEmpty();
    Order ours = then(less, o -> MoneyDecider.refunded(o, BY, "R1", eur("3.00"), NOW));
    assertThat(SaleDecider.refunded(ours, BY, eur("8.00"), NOW)).isEmpty();
    assertThat(SaleDecider.refunded(ours, BY, eur("9.00"), NOW)).hasSize(1);
  }

  @Test
  void moneyPaidBackBeforeTheGoodsHaveLeftCameInWithIt() {
    List<OrderEvent> decided = SaleDecider.refunded(sold(), BY, eur("5.00"), NOW);

    assertThat(decided).hasSize(2).first().isInstanceOf(OrderPaid.class);
    Order back = then(sold(), order -> decided);
    Order left = then(back, order -> ParcelDecider.ship(order, "DHL", "1", NOW));
    assertThat(MoneyDecider.due(taken(left))).isEqualTo(eur("17.90"));
  }

  @Test
  void whatWentBackForCancelledUnitsWasNeverCharged() {
    Order less = then(sold(), order -> SaleDecider.cancelled(order, Map.of("L2", 2), NOW));

    assertThat(SaleDecider.refunded(less, BY, eur("8.00"), NOW)).isEmpty();
    assertThat(SaleDecider.refunded(less, BY, eur("9.00"), NOW)).hasSize(2);
    Order ended =
        then(
            sold(), order -> OrderDecider.cancel(order, CancelledBy.MARKETPLACE, "cancelled", NOW));
    assertThat(SaleDecider.refunded(ended, BY, eur("22.90"), NOW)).isEmpty();
  }

  @Test
  void aReturnIsAnnouncedOncePerId() {
    Order left = SoldOnMarketplace.shipped();

    List<OrderEvent> decided = SaleDecider.announced(left, "D1RRMA", Map.of("L1", 2), NOW);
    assertThat(decided)
        .singleElement()
        .isInstanceOfSatisfying(
            ReturnAnnounced.class, back -> assertThat(back.lines()).isEqualTo(teas(2)));
    Order back = then(left, order -> decided);
    assertThat(SaleDecider.announced(back, "D1RRMA", Map.of("L1", 2), NOW)).isEmpty();
    assertThat(SaleDecider.announced(sold(), "D1RRMA", Map.of("L1", 2), NOW)).isEmpty();
  }
}
