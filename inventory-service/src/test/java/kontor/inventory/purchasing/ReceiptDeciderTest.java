package kontor.inventory.purchasing;

import static kontor.inventory.purchasing.Buying.CUP;
import static kontor.inventory.purchasing.Buying.ID;
import static kontor.inventory.purchasing.Buying.NOW;
import static kontor.inventory.purchasing.Buying.RATE;
import static kontor.inventory.purchasing.Buying.TEA;
import static kontor.inventory.purchasing.Buying.arrived;
import static kontor.inventory.purchasing.Buying.freight;
import static kontor.inventory.purchasing.Buying.goods;
import static kontor.inventory.purchasing.Buying.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.ExchangeRate;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.purchasing.PurchaseOrderEvent;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLineShortClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderClosed;
import kontor.contracts.purchasing.PurchaseOrderEvent.ReceivedGoods;
import kontor.contracts.purchasing.PurchaseOrderEvent.Spread;
import kontor.inventory.purchasing.PurchaseCommand.Arrived;
import kontor.inventory.purchasing.PurchaseCommand.Rate;
import kontor.inventory.purchasing.PurchaseRefusedException.Reason;
import kontor.inventory.purchasing.PurchaseSummary.Status;
import org.junit.jupiter.api.Test;

/** Goods that arrive: once, at their cost, and no more of them than anybody wants. */
class ReceiptDeciderTest {

  private final Buying buying = new Buying();

  @Test
  void goodsAreValuedAtTheRateOfSending() {
    buying.sent(0);
    assertThat(buying.when(receive("r1", arrived(1, 3), arrived(2, 1))))
        .containsExactly(received("r1", goods(1, 3, "2.40"), goods(2, 1, "2.00")));
    assertThat(status()).isEqualTo(Status.PARTLY_RECEIVED);
  }

  @Test
  void aRateOfTheDayOfArrivalReplacesIt() {
    buying.sent(0);
    Rate later = new Rate(ExchangeRate.of("2"), LocalDate.parse("2026-04-14"));
    assertThat(buying.when(with("r1", Optional.of(later), false, Set.of(), arrived(1, 3))))
        .containsExactly(
            new GoodsReceived(
                ID, "r1", List.of(goods(1, 3, "1.50")), later.perEuro(), later.on(), NOW));
  }

  @Test
  void aDeliveryCountsOnceAndItsNameBelongsToItsGoods() {
    buying.sent(0);
    buying.when(receive("r1", arrived(1, 3)));
    assertThat(buying.when(receive("r1", arrived(1, 3)))).isEmpty();
    assertThat(refused(receive("r1", arrived(1, 4))).reason()).isEqualTo(Reason.STATE);
    buying.when(receive("r2", arrived(1, 7), arrived(2, 4)));
    assertThat(buying.when(receive("r1", arrived(1, 3)))).isEmpty();
  }

  @Test
  void theLastGoodsCloseTheOrder() {
    buying.sent(0);
    buying.when(receive("r1", arrived(1, 10)));
    assertThat(buying.when(receive("r2", arrived(2, 4))))
        .containsExactly(received("r2", goods(2, 4, "8.00")), new PurchaseOrderClosed(ID, NOW));
    assertThat(status()).isEqualTo(Status.CLOSED);
    assertThat(refused(receive("r3", arrived(2, 1))).reason()).isEqualTo(Reason.STATE);
  }

  @Test
  void moreThanTheToleranceIsRefusedAndTheLineIsNamed() {
    buying.sent(25);
    buying.when(receive("r1", arrived(1, 10)));
    assertThat(buying.when(receive("r2", arrived(1, 2)))).hasSize(1);
    PurchaseRefusedException tooMany = refused(receive("r3", arrived(2, 1), arrived(1, 1)));
    assertThat(tooMany.field()).isEqualTo("lines[1].quantity");
    assertThat(tooMany)
        .hasMessage(
            "line 1 (TEA) would come to 13, ordered 10, at most 12 with a tolerance of 25 %");
  }

  @Test
  void unitsOfOneLineAtTwoPlacesCountTogether() {
    buying.sent(0);
    assertThat(refused(receive("r1", arrived(2, 2), arrived(2, 3))).field())
        .isEqualTo("lines[0].quantity");
  }

  @Test
  void whoAcceptsMoreGetsMore() {
    buying.sent(0);
    assertThat(buying.when(with("r1", Optional.empty(), true, Set.of(), arrived(2, 9))))
        .containsExactly(received("r1", goods(2, 9, "18.00")));
  }

  @Test
  void aLineThatTheOrderDoesNotHaveIsRefused() {
    buying.sent(0);
    assertThat(refused(receive("r1", arrived(1, 1), arrived(3, 1))).field())
        .isEqualTo("lines[1].line");
    assertThat(refused(new PurchaseCommand.ShortClose(Set.of(3), NOW)).field())
        .isEqualTo("shortClose");
  }

  @Test
  void whatIsMissingStaysOpenOrIsClosedShort() {
    buying.sent(0);
    assertThat(buying.when(with("r1", Optional.empty(), false, Set.of(1), arrived(1, 8))))
        .containsExactly(received("r1", goods(1, 8, "6.40")), shortClosed(1, 2, "0.00"));
    assertThat(refused(receive("r2", arrived(1, 1))).field()).isEqualTo("lines[0].line");
    assertThat(buying.when(new PurchaseCommand.ShortClose(Set.of(1, 2), NOW)))
        .containsExactly(shortClosed(2, 4, "0.00"), new PurchaseOrderClosed(ID, NOW));
    assertThat(buying.when(new PurchaseCommand.ShortClose(Set.of(1, 2), NOW))).isEmpty();
  }

  @Test
  void landedCostsGoWithTheUnitsAndTheLastOnesTakeTheRest() {
    buying.sent(0, freight("1.00", Spread.WEIGHT)); // half of it each: 1000 g and 1000 g
    assertThat(buying.when(receive("r1", arrived(1, 3))))
        .containsExactly(received("r1", goods(1, 3, "2.55")));
    assertThat(buying.when(receive("r2", arrived(2, 3))))
        .containsExactly(received("r2", goods(2, 3, "6.37")));
    assertThat(buying.when(receive("r3", arrived(2, 1))))
        .containsExactly(received("r3", goods(2, 1, "2.13")));
    assertThat(buying.when(new PurchaseCommand.ShortClose(Set.of(1), NOW)))
        .containsExactly(shortClosed(1, 7, "0.35"), new PurchaseOrderClosed(ID, NOW));
  }

  @Test
  void unitsBeyondTheOrderCarryNoLandedCosts() {
    buying.sent(100, freight("1.00", Spread.QUANTITY));
    assertThat(buying.when(receive("r1", arrived(2, 6))))
        .containsExactly(received("r1", goods(2, 6, "12.29")));
    assertThat(buying.when(receive("r2", arrived(2, 1))))
        .containsExactly(received("r2", goods(2, 1, "2.00")));
  }

  @Test
  void costsOfOneDeliveryLieInItsGoodsAlone() {
    buying.sent(0);
    PurchaseCommand duty =
        new PurchaseCommand.Receive(
            "r1",
            List.of(arrived(1, 1), arrived(2, 2)),
            Optional.empty(),
            List.of(freight("1.00", Spread.VALUE)),
            false,
            Set.of(),
            NOW);
    assertThat(buying.when(duty))
        .containsExactly(received("r1", goods(1, 1, "0.97"), goods(2, 2, "4.83")));
  }

  private static GoodsReceived received(String receipt, ReceivedGoods... goods) {
    return new GoodsReceived(ID, receipt, List.of(goods), RATE.perEuro(), RATE.on(), NOW);
  }

  private static PurchaseLineShortClosed shortClosed(int line, int missing, String euro) {
    return new PurchaseLineShortClosed(
        ID, line, line == 1 ? TEA : CUP, new Quantity(missing), Money.of(euro, "EUR"));
  }

  private static PurchaseCommand with(
      String receipt, Optional<Rate> rate, boolean accept, Set<Integer> close, Arrived goods) {
    return new PurchaseCommand.Receive(
        receipt, List.of(goods), rate, List.of(), accept, close, NOW);
  }

  private Status status() {
    return PurchaseSummary.of(buying.order).orElseThrow().status();
  }

  private PurchaseRefusedException refused(PurchaseCommand command) {
    List<PurchaseOrderEvent> none = List.of();
    return catchThrowableOfType(
        PurchaseRefusedException.class, () -> assertThat(buying.when(command)).isEqualTo(none));
  }
}
