package kontor.connector.amazon;

import java.util.Locale;
import java.util.Set;
import kontor.contracts.settlement.SettlementEvent.MovementKind;

/**
 * What Amazon's words for an amount mean. There are many, and new ones come; what is not known
 * stays with its words.
 */
final class AmazonAmounts {

  private static final Set<String> FEES = Set.of("ItemFees", "ShipmentFees");

  private static final Set<String> ITEM_AMOUNTS = Set.of("ItemPrice", "Promotion");

  /** {@code ShippingHB} is the commission on what buyers pay for shipping. */
  private static final Set<String> COMMISSIONS =
      Set.of(
          "Commission",
          "ShippingHB",
          "GiftwrapCommission",
          "FixedClosingFee",
          "VariableClosingFee",
          "RefundCommission");

  private AmazonAmounts() {}

  static MovementKind kind(String transaction, String type, String description, boolean ofOrder) {
    boolean refund = transaction.contains("Refund");
    if (!ofOrder) {
      return ofAccount(type, description);
    }
    if (ITEM_AMOUNTS.contains(type)) {
      return itemAmount(refund, description);
    }
    if (type.equals("ItemWithheldTax")) {
      return MovementKind.TAX_WITHHELD;
    }
    if (FEES.contains(type)) {
      return fee(refund, description);
    }
    return MovementKind.OTHER;
  }

  private static MovementKind itemAmount(boolean refund, String description) {
    if (refund) {
      return MovementKind.REFUND;
    }
    return description.startsWith("Shipping") ? MovementKind.SHIPPING : MovementKind.SALE;
  }

  /** {@code RefundCommission} is what Amazon keeps of a commission that it gives back. */
  private static MovementKind fee(boolean refund, String description) {
    if (COMMISSIONS.contains(description)) {
      boolean back = refund && !description.equals("RefundCommission");
      return back ? MovementKind.REFUNDED_COMMISSION : MovementKind.COMMISSION;
    }
    return description.startsWith("FBA") ? MovementKind.FULFILMENT_FEE : MovementKind.OTHER;
  }

  private static MovementKind ofAccount(String type, String description) {
    String words = (type + " " + description).toLowerCase(Locale.ROOT);
    boolean fee = words.contains("fee") || words.startsWith("cost of advertising");
    return fee ? MovementKind.ACCOUNT_FEE : MovementKind.OTHER;
  }
}
