package kontor.sandbox.etsy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kontor.sandbox.etsy.EtsyCaller.Answer;
import org.junit.jupiter.api.Test;

/** The payment account, its entries and what is paid out of it. */
class PaymentAccountTest extends EtsyTest {

  private static final String ENTRIES = EtsyCaller.SHOP + "/payment-account/ledger-entries";

  @Test
  void aSaleARefundAndAPayoutAreBookedEntryByEntry() {
    etsy.list("A", 9, "10.00");
    String id =
        etsy.control(
                "/etsy/purchases",
                "{'sku':'A','quantity':2,'shipping':'4.90','discount':'1.00','tax':'2.00'}")
            .at("/receiptId");
    etsy.control("/etsy/receipts/" + id + "/refund", "{'amount':'20.00'}");
    assertThat(words(entries()))
        .containsExactly(
            "listing -20 listing",
            "PAYMENT_GROSS 2590 shop_payment",
            "PAYMENT_PROCESSING_FEE -134 processing_fee",
            "transaction -124 transaction",
            "shipping_transaction -32 receipt",
            "sales_tax -200 receipt",
            "transaction_quantity -20 transaction",
            "REFUND_GROSS -2000 payment_adjustment",
            "REFUND_PROCESSING_FEE 80 payment_adjustment",
            "transaction_refund 124 transaction",
            "shipping_transaction_refund 7 receipt");
    assertThat(etsy.control("/etsy/payouts", "{'keep':'0.10'}").at("/amount")).isEqualTo("-2.61");
    JsonNode paid = entries().get(11);
    assertThat(words(List.of(paid))).containsExactly("DISBURSE2 -261 disbursement");
    assertThat(paid.path("balance").asInt()).isEqualTo(10);
    assertThat(paid.path("sequence_number").asInt()).isEqualTo(12);
    assertThat(etsy.control("/etsy/payouts", "{'keep':'0.10'}").status()).isEqualTo(409);
  }

  @Test
  void entriesLeadToPaymentsAndThoseToReceipts() {
    etsy.list("A", 9, "10.00");
    String id = etsy.control("/etsy/purchases", "{'sku':'A'}").at("/receiptId");
    etsy.control("/etsy/receipts/" + id + "/cancel", "{'gone':true}");
    List<JsonNode> entries = entries();
    String sale = entries.get(1).path("entry_id").asText();
    String payment = entries.get(1).path("reference_id").asText();
    JsonNode refund = entries.get(4);
    assertThat(refund.path("ledger_type").asText()).isEqualTo("REFUND_GROSS");
    assertThat(refund.at("/payment_adjustments/0/payment_id").asText()).isEqualTo(payment);
    Answer byPayment = etsy.get(EtsyCaller.SHOP + "/payments?payment_ids=" + payment);
    assertThat(byPayment.at("/results/0/receipt_id")).isEqualTo(id);
    assertThat(byPayment.at("/results/0/amount_gross/amount")).isEqualTo("1000");
    Answer byEntry = etsy.get(ENTRIES + "/payments?ledger_entry_ids=" + sale);
    assertThat(byEntry.body()).isEqualTo(byPayment.body());
    assertThat(etsy.get(EtsyCaller.SHOP + "/receipts/" + id + "/payments").at("/count"))
        .isEqualTo("1");
    assertThat(etsy.get(ENTRIES + "/" + sale).at("/amount")).isEqualTo("1000");
    String transaction = entries.get(3).path("reference_id").asText();
    assertThat(etsy.get(EtsyCaller.SHOP + "/transactions/" + transaction).status()).isEqualTo(404);
  }

  @Test
  void theWindowHasToBeGivenAndIsNoLongerThan31Days() {
    assertThat(etsy.get(ENTRIES).status()).isEqualTo(400);
    assertThat(etsy.get(ENTRIES + "?min_created=1700000000&max_created=1702678400").status())
        .isEqualTo(200);
    assertThat(etsy.get(ENTRIES + "?min_created=1700000000&max_created=1702678401").error())
        .contains("2678400 seconds");
  }

  /** Oldest first. */
  private List<JsonNode> entries() {
    long now = Instant.now().getEpochSecond();
    String window = "&min_created=" + (now - 86_400) + "&max_created=" + (now + 60);
    List<JsonNode> all = new ArrayList<>();
    etsy.get(ENTRIES + "?limit=100" + window).body().path("results").forEach(all::add);
    Collections.reverse(all);
    return all;
  }

  private static List<String> words(List<JsonNode> entries) {
    return entries.stream()
        .map(
            one ->
                one.path("ledger_type").asText()
                    + " "
                    + one.path("amount").asInt()
                    + " "
                    + one.path("reference_type").asText())
        .toList();
  }
}
