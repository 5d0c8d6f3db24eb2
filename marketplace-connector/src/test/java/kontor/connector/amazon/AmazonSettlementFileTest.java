package kontor.connector.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.contracts.Money;
import kontor.contracts.settlement.SettlementEvent.MovementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amazon's settlement files, as far as the sandbox does not write them. */
class AmazonSettlementFileTest {

  private static final String COLUMNS =
      "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\t"
          + "currency\ttransaction-type\torder-id\tamount-type\tamount-description\tamount\t"
          + "posted-date-time\torder-item-code\n";
  private static final String HEAD =
      "77\t2026-03-01 00:00:00 UTC\t2026-03-15 00:00:00 UTC\t2026-03-17 00:00:00 UTC\t20.51\tEUR"
          + "\t\t\t\t\t\t\t\n";

  @Test
  void pointsAndDatesThatBeginWithTheYear() {
    Settlement read =
        AmazonSettlementFile.read(
            COLUMNS
                + HEAD
                + row("Order\t303-1\tItemPrice\tPrincipal\t24.9\t2026-03-04 09:30:00 UTC\t401"));

    assertThat(read.id()).isEqualTo("77");
    assertThat(read.payout()).isEqualTo(Money.of("20.51", "EUR"));
    assertThat(read.until()).isEqualTo(Instant.parse("2026-03-15T00:00:00Z"));
    assertThat(read.movements())
        .containsExactly(
            new SettledAmount(
                "77-3",
                MovementKind.SALE,
                Optional.of("303-1"),
                Optional.of("401"),
                Money.of("24.90", "EUR"),
                "Order / ItemPrice / Principal",
                Instant.parse("2026-03-04T09:30:00Z")));
  }

  @Test
  void commasAndDatesThatBeginWithTheDay() {
    Settlement read =
        AmazonSettlementFile.read(
            "\uFEFF"
                + COLUMNS
                + "77\t01.03.2026 00:00:00 UTC\t15.03.2026 00:00:00 UTC\t17.03.2026 00:00:00 UTC"
                + "\t-3,74\tEUR\t\t\t\t\t\t\t\r\n"
                + row("Order\t303-1\tItemFees\tCommission\t-3,74\t04.03.2026 09:30:00 UTC\t401"));

    assertThat(read.payout()).isEqualTo(Money.of("-3.74", "EUR"));
    assertThat(read.from()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(read.movements().get(0).amount()).isEqualTo(Money.of("-3.74", "EUR"));
  }

  @Test
  void whatCannotBeReadIsNamedWithItsRow() {
    assertThatThrownBy(() -> AmazonSettlementFile.read("<html>"))
        .hasMessageContaining("no row with a settlement");
    assertThatThrownBy(() -> AmazonSettlementFile.read(COLUMNS + HEAD.replace("EUR", "")))
        .hasMessage("row 2: currency: is missing");
    String good = row("Order\t303-1\tItemPrice\tPrincipal\t24.90\t2026-03-04 09:30:00 UTC\t401");
    assertThatThrownBy(
            () -> AmazonSettlementFile.read(COLUMNS + HEAD + good + good.replace("24.90", "1.234")))
        .hasMessageContaining("row 4")
        .hasMessageContaining("1.234");
    assertThatThrownBy(
            () -> AmazonSettlementFile.read(COLUMNS + HEAD + good.replace("2026-03", "03/2026")))
        .hasMessageContaining("row 3: posted-date-time");
  }

  @ParameterizedTest
  @CsvSource({
    "Order,ItemPrice,Principal,true,SALE",
    "Order,ItemPrice,Tax,true,SALE",
    "Order,ItemPrice,ShippingTax,true,SHIPPING",
    "Order,Promotion,Shipping,true,SHIPPING",
    "Order,ItemWithheldTax,MarketplaceFacilitatorVAT-Principal,true,TAX_WITHHELD",
    "Order,ItemFees,Commission,true,COMMISSION",
    "Order,ItemFees,FBAPerUnitFulfillmentFee,true,FULFILMENT_FEE",
    "Refund,ItemPrice,Shipping,true,REFUND",
    "Refund,ItemFees,Commission,true,REFUNDED_COMMISSION",
    "Refund,ItemFees,RefundCommission,true,COMMISSION",
    "Order,ItemFees,SomethingNew,true,OTHER",
    "ServiceFee,Cost of Advertising,TransactionTotalAmount,false,ACCOUNT_FEE",
    "other-transaction,other-transaction,Storage Fee,false,ACCOUNT_FEE",
    "other-transaction,other-transaction,Current Reserve Amount,false,OTHER"
  })
  void amazonsWordsBecomeKinds(
      String transaction, String type, String description, boolean ofOrder, MovementKind kind) {
    assertThat(AmazonAmounts.kind(transaction, type, description, ofOrder)).isEqualTo(kind);
  }

  private static String row(String fields) {
    return "77\t\t\t\t\t\t" + fields + "\n";
  }
}
