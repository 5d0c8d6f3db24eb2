package kontor.order.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.order.ReturnEvent.ReturnAnnounced;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which facts are mailed, and under which names. */
class OrderFactsTest {

  private static final OrderId ID = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final Money TEN = Money.of("10.00", "EUR");

  @Test
  void eachParcelAndEachRefundHasAMailOfItsOwn() {
    assertThat(fact(new ParcelShipped(ID, "1", List.of(), "DHL", null, NOW)))
        .contains("order/" + ID + "/shipped/1");
    assertThat(fact(new ParcelShipped(ID, "2", List.of(), "DHL", "T2", NOW)))
        .contains("order/" + ID + "/shipped/2");
    assertThat(fact(new OrderRefunded(ID, "test", "R1", TEN, NOW)))
        .contains("order/" + ID + "/refunded/R1");
  }

  @Test
  void aWithdrawalHasOneReceiptWhateverItLeadsTo() {
    String receipt = "order/" + ID + "/withdrawal/W-1042";
    assertThat(fact(new OrderCancelled(ID, "withdrawal", CancelledBy.CUSTOMER, NOW)))
        .contains(receipt);
    assertThat(
            fact(
                new LinesCancelled(
                    ID, "W-1042", List.of(), TEN, CancelledBy.CUSTOMER, "withdrawal", NOW)))
        .contains(receipt);
    assertThat(fact(new ReturnAnnounced(ID, "W-1042", ReturnKind.WITHDRAWAL, List.of(), NOW)))
        .contains(receipt);
    assertThat(fact(new OrderCancelled(ID, "withdrawal", CancelledBy.MANAGER, NOW)))
        .contains("order/" + ID + "/cancelled");
    assertThat(fact(new ReturnAnnounced(ID, "R1", ReturnKind.GOODWILL, List.of(), NOW))).isEmpty();
  }

  @Test
  void onlyPrepaymentAsksForATransfer() {
    assertThat(fact(new PaymentRequested(ID, "prepayment", "VK-1042", TEN, NOW))).isPresent();
    assertThat(fact(new PaymentRequested(ID, "stripe", "pi_1", TEN, NOW))).isEmpty();
  }

  @Test
  void aMarketplacesBuyerIsToldByTheMarketplace() {
    OrderPlaced sold = placed(new ChannelId("ebay"), "20-00000-00001");
    assertThat(OrderFacts.of(new OrderConfirmed(ID, NOW), sold, NOW)).isEmpty();
  }

  private static Optional<String> fact(OrderEvent event) {
    return OrderFacts.of(event, placed(ChannelId.SHOP, null), NOW).map(Mail::fact);
  }

  private static OrderPlaced placed(ChannelId channel, @Nullable String externalId) {
    return new OrderPlaced(
        ID,
        "1042",
        channel,
        null,
        externalId,
        new CustomerId("guest:anna"),
        new CountryCode("DE"),
        List.of(),
        new OrderTotals(TEN, TEN, TEN, TEN, TEN),
        false,
        NOW);
  }
}
