package kontor.inventory.purchasing;

import static kontor.inventory.purchasing.Buying.DAY;
import static kontor.inventory.purchasing.Buying.ID;
import static kontor.inventory.purchasing.Buying.NOW;
import static kontor.inventory.purchasing.Buying.RATE;
import static kontor.inventory.purchasing.Buying.arrived;
import static kontor.inventory.purchasing.Buying.content;
import static kontor.inventory.purchasing.Buying.receive;
import static kontor.inventory.purchasing.Buying.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderCancelled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderRescheduled;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderSent;
import kontor.inventory.purchasing.PurchaseRefusedException.Reason;
import kontor.inventory.purchasing.PurchaseSummary.Status;
import org.junit.jupiter.api.Test;

/** The way of an order until the supplier has it, and its end without goods. */
class PurchaseDeciderTest {

  private final Buying buying = new Buying();

  @Test
  void aDraftIsWrittenAndWrittenAnewByWhoHasSeenIt() {
    assertThat(buying.when(draft(0, Optional.empty()))).containsExactly(content(0));
    assertThat(refused(draft(5, Optional.empty())).reason()).isEqualTo(Reason.UNSEEN);
    assertThat(refused(draft(5, Optional.of(2))).reason()).isEqualTo(Reason.OUTDATED);
    assertThat(buying.when(draft(0, Optional.of(1)))).isEmpty();
    assertThat(buying.when(draft(5, Optional.of(1)))).containsExactly(content(5));
    assertThat(buying.when(draft(5, Optional.of(2)))).isEmpty();
    assertThat(status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void anOrderThatIsNotThereCanOnlyBeWritten() {
    assertThat(refused(draft(0, Optional.of(1))).reason()).isEqualTo(Reason.OUTDATED);
    assertThat(refused(send()).reason()).isEqualTo(Reason.UNKNOWN);
    assertThat(refused(cancel()).reason()).isEqualTo(Reason.UNKNOWN);
  }

  @Test
  void itIsSentOnceAndNotRewrittenAnyMore() {
    buying.when(draft(0, Optional.empty()));
    assertThat(buying.when(send()))
        .containsExactly(new PurchaseOrderSent(ID, RATE.perEuro(), RATE.on(), DAY, NOW));
    assertThat(buying.when(send())).isEmpty();
    assertThat(refused(draft(1, Optional.of(1))).reason()).isEqualTo(Reason.STATE);
    assertThat(status()).isEqualTo(Status.SENT);
  }

  @Test
  void theDayOfSendingReplacesTheDraftedOne() {
    buying.when(draft(0, Optional.empty()));
    LocalDate later = DAY.plusDays(7);
    assertThat(
            buying.when(new PurchaseCommand.Send(RATE, Optional.of(later), Optional.empty(), NOW)))
        .containsExactly(new PurchaseOrderSent(ID, RATE.perEuro(), RATE.on(), later, NOW));
  }

  @Test
  void lessThanTheSuppliersMinimumIsRefused() {
    buying.when(draft(0, Optional.empty()));
    PurchaseRefusedException tooLittle = refused(sendAtLeast("20.01"));
    assertThat(tooLittle.field()).isEqualTo("lines");
    assertThat(tooLittle).hasMessage("come to 20.00 USD, the supplier takes 20.01 USD or more");
    assertThat(buying.when(sendAtLeast("20.00"))).hasSize(1);
  }

  @Test
  void theDayMovesOnlyWhileSomethingIsOpen() {
    PurchaseCommand later = new PurchaseCommand.Reschedule(DAY.plusDays(1));
    buying.when(draft(0, Optional.empty()));
    assertThat(refused(later).reason()).isEqualTo(Reason.STATE);
    buying.when(send());
    assertThat(buying.when(new PurchaseCommand.Reschedule(DAY))).isEmpty();
    assertThat(buying.when(later))
        .containsExactly(new PurchaseOrderRescheduled(ID, DAY.plusDays(1)));
    assertThat(buying.when(later)).isEmpty();
    buying.when(cancel());
    assertThat(refused(later)).hasMessage("nothing of it is open");
  }

  @Test
  void itIsCancelledBeforeGoodsArriveAndOnce() {
    buying.sent(0);
    assertThat(buying.when(cancel()))
        .containsExactly(new PurchaseOrderCancelled(ID, "no tea", NOW));
    assertThat(buying.when(cancel())).isEmpty();
    assertThat(refused(send()).reason()).isEqualTo(Reason.STATE);
    assertThat(status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void aDraftIsCancelledAsWell() {
    buying.when(draft(0, Optional.empty()));
    assertThat(buying.when(cancel())).hasSize(1);
    assertThat(buying.order.progress()).isEmpty();
  }

  @Test
  void whatHasArrivedIsNotCancelled() {
    buying.sent(0);
    buying.when(receive("r1", arrived(1, 1)));
    assertThat(refused(cancel()).reason()).isEqualTo(Reason.STATE);
    buying.when(new PurchaseCommand.ShortClose(Set.of(1, 2), NOW));
    assertThat(refused(cancel())).hasMessage("its goods have arrived");
  }

  private Status status() {
    return PurchaseSummary.of(buying.order).orElseThrow().status();
  }

  private PurchaseRefusedException refused(PurchaseCommand command) {
    return catchThrowableOfType(PurchaseRefusedException.class, () -> buying.when(command));
  }

  private static PurchaseCommand sendAtLeast(String dollars) {
    Optional<Money> least = Optional.of(Money.of(dollars, "USD"));
    return new PurchaseCommand.Send(RATE, Optional.empty(), least, NOW);
  }

  private static PurchaseCommand draft(int percent, Optional<Integer> seen) {
    return new PurchaseCommand.Draft(content(percent), seen);
  }

  private static PurchaseCommand cancel() {
    return new PurchaseCommand.Cancel("no tea", NOW);
  }
}
