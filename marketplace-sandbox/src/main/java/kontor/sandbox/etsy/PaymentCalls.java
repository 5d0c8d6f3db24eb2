package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Response;

/**
 * The calls on a shop's payment account and on payments. The newest entry comes first; Etsy does
 * not say in which order they come.
 */
final class PaymentCalls {

  /** Etsy refuses a longer window (etsy/open-api issue 346). */
  private static final long LONGEST = Duration.ofDays(31).toSeconds();

  private final PaymentAccount account;
  private final Receipts receipts;

  PaymentCalls(PaymentAccount account, Receipts receipts) {
    this.account = account;
    this.receipts = receipts;
  }

  List<Operation> operations() {
    String shop = "/shops/{shop_id}";
    String entries = shop + "/payment-account/ledger-entries";
    String payments = entries + "/payments";
    return List.of(
        new Operation("getPaymentAccountLedgerEntryPayments", "GET", payments, this::ofEntries),
        new Operation("getShopPaymentAccountLedgerEntries", "GET", entries, this::list),
        new Operation(
            "getShopPaymentAccountLedgerEntry", "GET", entries + "/{ledger_entry_id}", this::get),
        new Operation("getPayments", "GET", shop + "/payments", this::payments),
        new Operation(
            "getShopPaymentByReceiptId",
            "GET",
            shop + "/receipts/{receipt_id}/payments",
            this::ofReceipt));
  }

  private Response list(Call call) {
    long from = call.query().path("min_created").asLong();
    long to = call.query().path("max_created").asLong();
    if (to - from > LONGEST) {
      throw Problem.INVALID.say(
          "Time window between min_created and max_created must be no more than "
              + LONGEST
              + " seconds (31 days).");
    }
    List<ObjectNode> found = new ArrayList<>();
    for (LedgerEntry entry : account.of(call.shop())) {
      long second = entry.created().getEpochSecond();
      if (second >= from && second <= to) {
        found.add(entry.show());
      }
    }
    Collections.reverse(found);
    return call.page(found);
  }

  private Response get(Call call) {
    return account
        .find(call.shop(), call.id("ledger_entry_id"))
        .map(entry -> Response.json(200, entry.show()))
        .orElseThrow(() -> Problem.NOT_FOUND.say("Could not find the ledger entry"));
  }

  /** Only the entry of a payment itself has one. */
  private Response ofEntries(Call call) {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode id : call.query().path("ledger_entry_ids")) {
      account
          .find(call.shop(), id.asLong())
          .filter(entry -> entry.reference().type().equals("shop_payment"))
          .flatMap(entry -> payment(call.shop(), PaymentAccount.receipt(entry.reference().id())))
          .ifPresent(found::add);
    }
    return Call.all(found);
  }

  private Response payments(Call call) {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode id : call.query().path("payment_ids")) {
      payment(call.shop(), PaymentAccount.receipt(id.asLong())).ifPresent(found::add);
    }
    return Call.all(found);
  }

  private Response ofReceipt(Call call) {
    return Call.all(payment(call.shop(), call.id("receipt_id")).stream().toList());
  }

  /** A payment is there also when its receipt is not shown any more. */
  private Optional<ObjectNode> payment(Shop shop, long receiptId) {
    return receipts
        .find(Long.toString(receiptId))
        .filter(receipt -> receipt.shopId() == shop.shopId() && receipt.paid())
        .map(receipt -> show(shop, receipt));
  }

  private ObjectNode show(Shop shop, Receipt receipt) {
    long id = PaymentAccount.payment(receipt);
    Money gross = receipt.grandTotal();
    Money fees =
        Charge.share(gross, Charge.PROCESSING)
            .plus(Charge.hundredths(gross, Charge.PROCESSING_FIXED));
    ObjectNode shown = Json.object().put("payment_id", id).put("shop_id", shop.shopId());
    shown.put("receipt_id", receipt.receiptId());
    shown.set("amount_gross", gross.show());
    shown.set("amount_fees", fees.show());
    shown.set("amount_net", gross.minus(fees).show());
    shown.put("currency", gross.currency()).put("shop_currency", gross.currency());
    shown.put("status", "settled").put("create_timestamp", receipt.created().getEpochSecond());
    shown.put("created_timestamp", receipt.created().getEpochSecond());
    ArrayNode adjustments = shown.putArray("payment_adjustments");
    for (LedgerEntry entry : account.of(shop)) {
      LedgerEntry.Adjustment adjustment = entry.adjustment();
      boolean refund = entry.type().equals("REFUND_GROSS");
      if (refund && adjustment != null && adjustment.paymentId() == id) {
        adjustments.add(adjustment.show());
      }
    }
    return shown;
  }
}
