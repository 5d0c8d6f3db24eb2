package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.ID;
import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.all;
import static kontor.order.lifecycle.Lives.back;
import static kontor.order.lifecycle.Lives.confirmed;
import static kontor.order.lifecycle.Lives.cups;
import static kontor.order.lifecycle.Lives.delivered;
import static kontor.order.lifecycle.Lives.eur;
import static kontor.order.lifecycle.Lives.paid;
import static kontor.order.lifecycle.Lives.placed;
import static kontor.order.lifecycle.Lives.teas;
import static kontor.order.lifecycle.Lives.then;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.ReturnEvent.ReturnAnnounced;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import kontor.contracts.order.ReturnEvent.ReturnReceived;
import kontor.contracts.order.ReturnEvent.ReturnWithdrawn;
import org.junit.jupiter.api.Test;

/** How goods come back. */
class ReturnDeciderTest {

  @Test
  void aReturnIsAnnouncedReceivedAndSettledEachOnce() {
    Order announced = announced(ReturnKind.COMPLAINT, teas(1));
    assertThat(announce(delivered(), "R", ReturnKind.COMPLAINT, teas(1)))
        .containsExactly(new ReturnAnnounced(ID, "R", ReturnKind.COMPLAINT, teas(1), NOW));
    assertThat(announce(announced, "R", ReturnKind.COMPLAINT, teas(1))).isEmpty();
    assertThat(ReturnDecider.receive(announced, "R", NOW))
        .containsExactly(new ReturnReceived(ID, "R", NOW));
    Order received = then(announced, o -> ReturnDecider.receive(o, "R", NOW));
    assertThat(ReturnDecider.receive(received, "R", NOW)).isEmpty();
    assertThat(ReturnDecider.withdraw(received, "R", "kept", NOW)).isEmpty();
    Order settled = then(received, o -> ReturnDecider.takeBack(o, "R", back(teas(1)), NOW));
    assertThat(OrderStatus.of(settled)).isEqualTo(OrderStatus.RETURNED);
    assertThat(ReturnDecider.takeBack(settled, "R", back(teas(1)), NOW)).isEmpty();
  }

  @Test
  void whatWasShippedComesBackOnce() {
    Order announced = announced(ReturnKind.GOODWILL, teas(2));

    assertThat(announce(announced, "R2", ReturnKind.GOODWILL, teas(2))).isEmpty();
    assertThat(announce(announced, "R2", ReturnKind.GOODWILL, teas(1))).hasSize(1);
    assertThat(announce(confirmed(), "R", ReturnKind.GOODWILL, teas(1))).isEmpty();
    assertThat(announce(placed(), "R", ReturnKind.GOODWILL, teas(1))).isEmpty();
    assertThat(ReturnDecider.takeBack(placed(), "R", back(teas(1)), NOW)).isEmpty();
    assertThat(ReturnDecider.takeBack(delivered(), "R", back(teas(4)), NOW)).isEmpty();
    assertThat(ReturnDecider.takeBack(delivered(), "R", List.of(), NOW)).isEmpty();
  }

  @Test
  void fewerMayComeBackThanWereAnnounced() {
    Order settled =
        then(
            announced(ReturnKind.GOODWILL, teas(2)),
            o -> ReturnDecider.takeBack(o, "R", back(teas(1)), NOW));

    assertThat(announce(settled, "R2", ReturnKind.GOODWILL, teas(2))).hasSize(1);
  }

  @Test
  void whatStaysWithTheBuyerCanBeAnnouncedAnew() {
    Order off =
        then(
            announced(ReturnKind.GOODWILL, teas(3)),
            o -> ReturnDecider.withdraw(o, "R", "kept", NOW));

    assertThat(ReturnDecider.withdraw(off, "R", "kept", NOW)).isEmpty();
    assertThat(ReturnDecider.takeBack(off, "R", back(teas(1)), NOW)).isEmpty();
    assertThat(announce(off, "R2", ReturnKind.GOODWILL, teas(3))).hasSize(1);
    assertThat(ReturnDecider.withdraw(announced(ReturnKind.GOODWILL, teas(1)), "R", "kept", NOW))
        .containsExactly(new ReturnWithdrawn(ID, "R", "kept", NOW));
  }

  @Test
  void theUnitsOfALineAreTogetherWorthWhatWasPaidForIt() {
    Order order = paid();
    Money sum = eur("0.00");
    for (int unit = 1; unit <= 3; unit++) {
      String rma = "R" + unit;
      List<OrderEvent> returned = ReturnDecider.takeBack(order, rma, back(teas(1)), NOW);
      sum = sum.plus(((OrderReturned) returned.get(0)).refundDue());
      order = then(order, o -> returned);
    }
    assertThat(sum).isEqualTo(eur("10.00"));
  }

  @Test
  void whoWithdrawsFromTheWholeContractGetsTheShippingBackOnce() {
    assertThat(due(announced(ReturnKind.WITHDRAWAL, all()), "R", all())).isEqualTo(eur("22.90"));
    assertThat(due(announced(ReturnKind.GOODWILL, all()), "R", all())).isEqualTo(eur("18.00"));
    Order first =
        then(
            announced(ReturnKind.WITHDRAWAL, teas(3)),
            o -> ReturnDecider.takeBack(o, "R", back(teas(3)), NOW));
    assertThat(Lives.taken(first).returns().due()).contains(eur("10.00"));
    Order second = then(first, o -> announce(o, "R2", ReturnKind.WITHDRAWAL, cups(2)));
    assertThat(due(second, "R2", cups(2))).isEqualTo(eur("12.90"));
    assertThat(due(second, "R2", cups(1))).isEqualTo(eur("4.00"));
  }

  private static Money due(Order order, String rma, List<LineUnits> units) {
    return ((OrderReturned) ReturnDecider.takeBack(order, rma, back(units), NOW).get(0))
        .refundDue();
  }

  private static Order announced(ReturnKind kind, List<LineUnits> units) {
    return then(delivered(), o -> announce(o, "R", kind, units));
  }

  private static List<OrderEvent> announce(
      Order order, String rma, ReturnKind kind, List<LineUnits> units) {
    return ReturnDecider.announce(order, rma, kind, units, NOW);
  }
}
