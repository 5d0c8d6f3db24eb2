package kontor.connector.etsy;

import static kontor.contracts.settlement.SettlementEvent.MovementKind.ACCOUNT_FEE;
import static kontor.contracts.settlement.SettlementEvent.MovementKind.COMMISSION;
import static kontor.contracts.settlement.SettlementEvent.MovementKind.FULFILMENT_FEE;
import static kontor.contracts.settlement.SettlementEvent.MovementKind.OTHER;
import static kontor.contracts.settlement.SettlementEvent.MovementKind.REFUND;
import static kontor.contracts.settlement.SettlementEvent.MovementKind.REFUNDED_COMMISSION;
import static kontor.contracts.settlement.SettlementEvent.MovementKind.SALE;
import static kontor.contracts.settlement.SettlementEvent.MovementKind.TAX_WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.channel.FixedToken;
import kontor.connector.channel.Pace;
import kontor.connector.channel.Secrets;
import kontor.contracts.settlement.SettlementEvent.MovementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Etsy's words for entries of the payment account, and what an entry says. */
class EtsyKindsTest {

  @ParameterizedTest
  @CsvSource({
    "PAYMENT_GROSS, SALE",
    "REFUND_GROSS, REFUND",
    "sales_tax, TAX_WITHHELD",
    "sales_tax_refund, TAX_WITHHELD",
    "PAYMENT_PROCESSING_FEE, COMMISSION",
    "transaction, COMMISSION",
    "shipping_transaction, COMMISSION",
    "offsite_ads_fee, COMMISSION",
    "REFUND_PROCESSING_FEE, REFUNDED_COMMISSION",
    "transaction_refund, REFUNDED_COMMISSION",
    "shipping_labels, FULFILMENT_FEE",
    "listing, ACCOUNT_FEE",
    "renew_sold_auto, ACCOUNT_FEE",
    "prolist, ACCOUNT_FEE",
    "vat_seller_services, ACCOUNT_FEE",
    "billing_payment, OTHER",
    "DISBURSE2, OTHER",
    "Transaction, OTHER",
    "'', OTHER"
  })
  void eachWordHasItsKindAndOneThatIsNotKnownIsOther(String word, MovementKind kind) {
    assertThat(EtsyKinds.of(word)).isEqualTo(kind);
  }

  @Test
  void whatIsOfOrdersIsToldFromWhatIsOfTheAccount() {
    assertThat(
            Map.of(
                SALE, true,
                REFUND, true,
                TAX_WITHHELD, true,
                COMMISSION, true,
                REFUNDED_COMMISSION, true,
                FULFILMENT_FEE, false,
                ACCOUNT_FEE, false,
                OTHER, false))
        .allSatisfy((kind, of) -> assertThat(EtsyKinds.ofOrder(kind)).isEqualTo(of));
  }

  /** As etsy/open-api issue 302 shows it; the adjustment as the reference describes it. */
  @Test
  void aRefundNamesItsPaymentByTheAdjustment() {
    EtsyEntry refund =
        EtsyEntry.read(
            json(
                "{'entry_id':11594841764,'ledger_id':8080291933,'sequence_number':49,"
                    + "'amount':-104,'currency':'EUR','description':'REFUND_GROSS',"
                    + "'balance':-122,'create_date':1643279015,'ledger_type':'REFUND_GROSS',"
                    + "'reference_type':'payment_adjustment','reference_id':'100307830422',"
                    + "'parent_entry_id':0,'payment_adjustments':[{'payment_adjustment_id':"
                    + "100307830422,'payment_id':101096642631}]}"));
    assertThat(refund.payment()).contains("101096642631");
    assertThat(refund.amount().amount()).isEqualTo("-1.04");
    assertThat(refund.balance().amount()).isEqualTo("-1.22");
    assertThat(refund.at()).hasToString("2022-01-27T10:23:35Z");
    assertThat(refund.parent()).isEmpty();
    assertThat(refund.isPayout()).isFalse();
  }

  @Test
  void aPayoutThatComesBackIsNoPayout() {
    String paid =
        "{'entry_id':1,'sequence_number':1,'amount':%s,'currency':'EUR','balance':0,"
            + "'create_date':1643279015,'ledger_type':'DISBURSE2'}";
    assertThat(EtsyEntry.read(json(paid.formatted("-104"))).isPayout()).isTrue();
    assertThat(EtsyEntry.read(json(paid.formatted("104"))).isPayout()).isFalse();
    assertThatThrownBy(() -> EtsyEntry.read(json(paid.formatted("1.04"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ledger entry 1: amount");
  }

  @Test
  void aSaleWhoseReceiptEtsyDoesNotTellWaitsAndAnythingElseIsKeptWithItsWords() {
    EtsyMovements movements = new EtsyMovements(knowingNothing(), Map.of());
    EtsyEntry sale = entry("PAYMENT_GROSS", "shop_payment");
    assertThatThrownBy(() -> movements.of(sale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Etsy does not tell yet which receipt shop_payment 5 is of (entry 1)");
    assertThat(movements.of(entry("REFUND_GROSS", "payment_adjustment")))
        .returns(OTHER, SettledAmount::kind)
        .returns("REFUND_GROSS of payment_adjustment 5", SettledAmount::words);
    assertThat(movements.of(entry("prolist", "prolist")))
        .returns(ACCOUNT_FEE, SettledAmount::kind)
        .returns("prolist", SettledAmount::words);
    assertThat(movements.of(entry("sales_tax", "receipt")).externalId()).contains("5");
  }

  private static EtsyEntry entry(String type, String subject) {
    return EtsyEntry.read(
        json(
            "{'entry_id':1,'sequence_number':1,'amount':104,'currency':'EUR','balance':104,"
                + "'create_date':1643279015,'ledger_type':'%s','reference_type':'%s',"
                    .formatted(type, subject)
                + "'reference_id':5,'parent_entry_id':null}"));
  }

  private static EtsyOwners knowingNothing() {
    FixedToken token = new FixedToken("", new Secrets(Map.of()));
    URI nowhere = URI.create("http://127.0.0.1:1");
    return new EtsyOwners(
        new EtsyClient(nowhere, token, Pace.unlimited(), JsonMapper.shared()), "1");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
