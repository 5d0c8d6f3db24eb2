package kontor.connector.ebay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.FeeReports.ClosedSettlement;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.connector.channel.Progress;
import kontor.connector.channel.Refund;
import kontor.connector.channel.Shipment;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Payouts of the Finances API, movement by movement. */
class EbayPayoutTest {

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final EbayStand stand = new EbayStand();

  @AfterEach
  void close() {
    stand.close();
  }

  @Test
  void aPayoutIsItsMovementsToTheCent() {
    EbayChannel channel = stand.channel();
    assertThat(channel.closedSettlements(LONG_AGO)).isEmpty();
    String order = stand.sale(channel, 2);
    ship(channel, order);
    refund(channel, order, "5.55");
    String paid = stand.control("/control/ebay/payouts", "{'charge':'1.99'}");

    List<ClosedSettlement> closed = channel.closedSettlements(LONG_AGO);
    assertThat(closed).hasSize(1);
    Settlement settlement = channel.settlement(closed.get(0).report());
    assertThat(settlement.payout().amount())
        .isEqualTo(JsonPath.<String>read(paid, "$.amount.value"));
    assertThat(settlement.movements())
        .extracting(one -> one.kind() + " " + one.amount().amount() + " " + one.words())
        .containsExactly(
            "SALE 24.90 SALE",
            "COMMISSION -2.74 FINAL_VALUE_FEE",
            "COMMISSION -0.35 FINAL_VALUE_FEE_FIXED_PER_ORDER",
            "REFUND -5.55 REFUND",
            "REFUNDED_COMMISSION 0.61 FINAL_VALUE_FEE",
            "ACCOUNT_FEE -1.99 AD_FEE");
    Money sum =
        settlement.movements().stream()
            .map(SettledAmount::amount)
            .reduce(Money.of("0.00", "EUR"), Money::plus);
    assertThat(sum).isEqualTo(settlement.payout());
    assertThat(settlement.movements().stream().map(SettledAmount::externalId))
        .containsExactly(
            Optional.of(order),
            Optional.of(order),
            Optional.of(order),
            Optional.of(order),
            Optional.of(order),
            Optional.empty());
    assertThat(channel.closedSettlements(Instant.now().plusSeconds(60))).isEmpty();
  }

  @Test
  void aPayoutOfMoreThanOnePageIsReadWhole() {
    EbayChannel channel = stand.channel();
    String first = stand.sale(channel, 1);
    ship(channel, first);
    for (int i = 1; i < 205; i++) {
      stand.control("/control/ebay/payouts", "{'charge':'0.01'}");
    }

    List<ClosedSettlement> closed = channel.closedSettlements(LONG_AGO);
    assertThat(closed).hasSize(204).doesNotHaveDuplicates();
    assertThat(closed).extracting(ClosedSettlement::madeAt).isSorted();
  }

  @Test
  void whatFeesDoNotExplainStaysWithItsWordAndWithoutAKeyNothingIsRead() {
    String sale =
        "{'transactionId':'7','orderId':'o','transactionType':'SALE','bookingEntry':'CREDIT',"
            + "'transactionDate':'2026-11-01T10:00:00Z','amount':{'value':'8.00','currency':'EUR'},"
            + "'totalFeeBasisAmount':{'value':'10.00','currency':'EUR'},'orderLineItems':["
            + "{'lineItemId':'l','marketplaceFees':[{'feeType':'FINAL_VALUE_FEE',"
            + "'amount':{'value':'1.10','currency':'EUR'}}]}]}";
    assertThat(
            new EbayTransaction(JsonMapper.shared().readTree(sale.replace('\'', '"'))).movements())
        .extracting(one -> one.id() + " " + one.kind() + " " + one.amount().amount())
        .containsExactly("7 SALE 10.00", "7-fee-1 COMMISSION -1.10", "7-rest OTHER -0.90");
    assertThatThrownBy(() -> stand.channel(Map.of()).closedSettlements(LONG_AGO))
        .hasMessageContaining("signingKey");
  }

  private static void ship(EbayChannel channel, String order) {
    List<Shipment.Line> lines =
        channel.order(order).orders().get(0).lines().stream()
            .map(line -> new Shipment.Line(line.externalLineId(), line.quantity()))
            .toList();
    assertThat(lines).extracting(Shipment.Line::quantity).doesNotContain(new Quantity(0));
    channel.confirmShipment(order, new Shipment("1", "DHL", "T1", Instant.now(), lines));
  }

  private static void refund(EbayChannel channel, String order, String amount) {
    Refund refund =
        new Refund(
            "R1", Refund.Reason.GOODWILL, List.of(), Money.of("0", "EUR"), Money.of(amount, "EUR"));
    Progress[] now = {channel.refund(order, refund, Optional.empty())};
    await()
        .until(
            () -> {
              if (now[0] instanceof Progress.Working working) {
                now[0] = channel.refund(order, refund, Optional.of(working.ticket()));
              }
              return now[0] instanceof Progress.Done;
            });
  }
}
