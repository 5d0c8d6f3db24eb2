package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.ID;
import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.all;
import static kontor.order.lifecycle.Lives.confirmed;
import static kontor.order.lifecycle.Lives.cups;
import static kontor.order.lifecycle.Lives.delivered;
import static kontor.order.lifecycle.Lives.placed;
import static kontor.order.lifecycle.Lives.shipped;
import static kontor.order.lifecycle.Lives.teas;
import static kontor.order.lifecycle.Lives.then;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.ParcelEvent.OrderCompleted;
import kontor.contracts.order.ParcelEvent.OrderDelivered;
import kontor.contracts.order.ParcelEvent.ParcelDelivered;
import kontor.contracts.order.ParcelEvent.ParcelPacked;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import org.junit.jupiter.api.Test;

/** How goods get to the buyer. */
class ParcelDeciderTest {

  @Test
  void anOrderThatLeavesAtOnceIsOneParcel() {
    assertThat(ParcelDecider.ship(confirmed(), "DHL", "T", NOW))
        .containsExactly(
            new ParcelPacked(ID, "1", all(), NOW),
            new ParcelShipped(ID, "1", all(), "DHL", "T", NOW),
            new OrderShipped(ID, "DHL", "T", NOW));
    assertThat(ParcelDecider.ship(shipped(), "DHL", "T", NOW)).isEmpty();
    assertThat(ParcelDecider.ship(placed(), "DHL", "T", NOW)).isEmpty();
  }

  @Test
  void itIsShippedWithItsLastParcel() {
    Order packed = then(confirmed(), o -> ParcelDecider.pack(o, "A", teas(3), NOW));
    Order partly = then(packed, o -> ParcelDecider.shipParcel(o, "A", "DHL", null, NOW));

    assertThat(OrderStatus.of(packed)).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(OrderStatus.of(partly)).isEqualTo(OrderStatus.PARTLY_SHIPPED);
    Order second = then(partly, o -> ParcelDecider.pack(o, "B", cups(2), NOW));
    assertThat(ParcelDecider.shipParcel(second, "B", "GLS", "T2", NOW))
        .containsExactly(
            new ParcelShipped(ID, "B", cups(2), "GLS", "T2", NOW),
            new OrderShipped(ID, "GLS", "T2", NOW));
  }

  @Test
  void shippingTheRestTakesThePackedParcelsAlong() {
    Order packed = then(confirmed(), o -> ParcelDecider.pack(o, "2", teas(3), NOW));

    assertThat(ParcelDecider.ship(packed, "DHL", "T", NOW))
        .containsExactly(
            new ParcelShipped(ID, "2", teas(3), "DHL", "T", NOW),
            new ParcelPacked(ID, "3", cups(2), NOW),
            new ParcelShipped(ID, "3", cups(2), "DHL", "T", NOW),
            new OrderShipped(ID, "DHL", "T", NOW));
  }

  @Test
  void aParcelIsPackedAndShippedOnceAndHoldsWhatIsOpen() {
    Order packed = then(confirmed(), o -> ParcelDecider.pack(o, "A", teas(2), NOW));

    assertThat(ParcelDecider.pack(packed, "A", teas(1), NOW)).isEmpty();
    assertThat(ParcelDecider.pack(packed, "B", teas(2), NOW)).isEmpty();
    assertThat(ParcelDecider.pack(placed(), "B", teas(1), NOW)).isEmpty();
    assertThat(ParcelDecider.shipParcel(packed, "B", "DHL", null, NOW)).isEmpty();
    Order left = then(packed, o -> ParcelDecider.shipParcel(o, "A", "DHL", null, NOW));
    assertThat(ParcelDecider.shipParcel(left, "A", "DHL", null, NOW)).isEmpty();
    assertThat(ParcelDecider.shipParcel(placed(), "A", "DHL", null, NOW)).isEmpty();
  }

  @Test
  void itIsDeliveredWithItsLastParcelAndEachParcelOnce() {
    Order first = then(confirmed(), o -> ParcelDecider.pack(o, "A", teas(3), NOW));
    Order two =
        then(
            then(first, o -> ParcelDecider.shipParcel(o, "A", "DHL", null, NOW)),
            o -> ParcelDecider.ship(o, "DHL", null, NOW));

    assertThat(ParcelDecider.deliver(first, "A", NOW)).isEmpty();
    Order half = then(two, o -> ParcelDecider.deliver(o, "A", NOW));
    assertThat(OrderStatus.of(half)).isEqualTo(OrderStatus.SHIPPED);
    assertThat(ParcelDecider.deliver(half, "A", NOW)).isEmpty();
    assertThat(ParcelDecider.deliver(half, "2", NOW))
        .containsExactly(new ParcelDelivered(ID, "2", NOW), new OrderDelivered(ID, NOW));
    assertThat(ParcelDecider.deliver(placed(), "A", NOW)).isEmpty();
  }

  @Test
  void aParcelThatArrivesBeforeTheLastOneLeavesDoesNotDeliverTheOrder() {
    Order partly =
        then(
            then(confirmed(), o -> ParcelDecider.pack(o, "A", teas(3), NOW)),
            o -> ParcelDecider.shipParcel(o, "A", "DHL", null, NOW));

    assertThat(ParcelDecider.deliver(partly, "A", NOW))
        .containsExactly(new ParcelDelivered(ID, "A", NOW));
  }

  @Test
  void itIsCompletedWhenTheTimeToWithdrawIsOverAndNothingComesBack() {
    Instant end = NOW.plusSeconds(60);
    Order coming =
        then(delivered(), o -> ReturnDecider.announce(o, "R", ReturnKind.WITHDRAWAL, teas(1), NOW));

    assertThat(ParcelDecider.complete(delivered(), end, end.minusMillis(1))).isEmpty();
    assertThat(ParcelDecider.complete(delivered(), end, end))
        .containsExactly(new OrderCompleted(ID, end));
    assertThat(ParcelDecider.complete(coming, end, end)).isEmpty();
    assertThat(ParcelDecider.complete(shipped(), end, end)).isEmpty();
    Order completed = then(delivered(), o -> ParcelDecider.complete(o, end, end));
    assertThat(OrderStatus.of(completed)).isEqualTo(OrderStatus.COMPLETED);
  }
}
