package kontor.sandbox.etsy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import kontor.sandbox.document.Json;
import org.jspecify.annotations.Nullable;

/**
 * A line of a shop's payment account.
 *
 * @param sequence counts the entries of the account, from 1
 * @param type Etsy's word, such as {@code PAYMENT_GROSS} or {@code transaction}
 * @param parentEntryId the entry that this one was booked for, such as a fee that tax is added to
 * @param receiptId the truth about whose entry it is; the API does not tell it
 * @param balance of the account, once this is booked
 * @param adjustment the refund that it belongs to
 */
public record LedgerEntry(
    long entryId,
    long shopId,
    long sequence,
    String type,
    Money amount,
    Reference reference,
    @Nullable Long parentEntryId,
    @Nullable Long receiptId,
    Money balance,
    Instant created,
    @Nullable Adjustment adjustment) {

  /** What an entry is about: {@code receipt}, {@code transaction}, {@code shop_payment} … */
  public record Reference(String type, long id) {}

  /** Money that went back to a buyer. */
  public record Adjustment(long adjustmentId, long paymentId, Money amount) {

    ObjectNode show() {
      ObjectNode shown = Json.object().put("payment_adjustment_id", adjustmentId);
      shown.put("payment_id", paymentId).put("status", "REFUNDED").put("is_success", true);
      shown.put("total_adjustment_amount", amount.amount());
      return shown.put("shop_total_adjustment_amount", amount.amount());
    }
  }

  /** As the API shows it: amounts are whole numbers of the smallest unit. */
  ObjectNode show() {
    ObjectNode shown = Json.object().put("entry_id", entryId);
    shown.put("ledger_id", 8_000_000_000L + shopId).put("sequence_number", sequence);
    shown.put("amount", amount.amount()).put("currency", amount.currency());
    shown.put("description", type).put("balance", balance.amount());
    shown.put("create_date", created.getEpochSecond());
    shown.put("created_timestamp", created.getEpochSecond());
    shown.put("ledger_type", type).put("reference_type", reference.type());
    shown.put("reference_id", reference.id()).put("parent_entry_id", parentEntryId);
    ArrayNode adjustments = shown.putArray("payment_adjustments");
    if (adjustment != null) {
      adjustments.add(adjustment.show());
    }
    return shown;
  }
}
