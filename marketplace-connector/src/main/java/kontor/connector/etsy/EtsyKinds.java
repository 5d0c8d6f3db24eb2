package kontor.connector.etsy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.contracts.settlement.SettlementEvent.MovementKind;

/**
 * Etsy's words for entries of the payment account in our kinds. There is no list of them: these are
 * the ones that sellers have met; any other is {@link MovementKind#OTHER}.
 */
final class EtsyKinds {

  /** Tax on a fee: of the kind of that fee. */
  static final String TAX_ON_FEES = "vat_seller_services";

  private static final Map<MovementKind, List<String>> WORDS =
      Map.of(
          MovementKind.SALE,
          List.of("PAYMENT_GROSS", "PAYMENT"),
          MovementKind.REFUND,
          List.of("REFUND_GROSS", "REFUND"),
          MovementKind.TAX_WITHHELD,
          List.of("sales_tax", "sales_tax_refund"),
          MovementKind.COMMISSION,
          List.of(
              "PAYMENT_PROCESSING_FEE",
              "transaction",
              "transaction_quantity",
              "shipping_transaction",
              "gift_wrap_fees",
              "offsite_ads_fee",
              "regulatory_operating_fee",
              "vat_on_processing_fees"),
          MovementKind.REFUNDED_COMMISSION,
          List.of(
              "REFUND_PROCESSING_FEE",
              "transaction_refund",
              "transaction_quantity_refund",
              "shipping_transaction_refund",
              "gift_wrap_fees_refund",
              "offsite_ads_fee_refund",
              "regulatory_operating_fee_refund",
              "vat_on_processing_fees_refund"),
          MovementKind.FULFILMENT_FEE,
          List.of("shipping_labels", "shipping_label_refund"),
          MovementKind.ACCOUNT_FEE,
          List.of(
              "listing",
              "listing_private",
              "listing_refund",
              "listing_private_refund",
              "renew_sold",
              "renew_sold_auto",
              "renew_sold_auto_refund",
              "renew_expired",
              "auto_renew_expired",
              "prolist",
              "subscription",
              "seller_onboarding_fee",
              "DEPOSIT_FEE",
              TAX_ON_FEES));

  private static final Map<String, MovementKind> KINDS = kinds();

  /** What is of these kinds is of an order; one whose order Etsy does not tell is not explained. */
  private static final Set<MovementKind> OF_ORDERS =
      Set.of(
          MovementKind.SALE,
          MovementKind.REFUND,
          MovementKind.TAX_WITHHELD,
          MovementKind.COMMISSION,
          MovementKind.REFUNDED_COMMISSION);

  private EtsyKinds() {}

  private static Map<String, MovementKind> kinds() {
    Map<String, MovementKind> kinds = new HashMap<>();
    WORDS.forEach((kind, words) -> words.forEach(word -> kinds.put(word, kind)));
    return Map.copyOf(kinds);
  }

  static MovementKind of(String word) {
    return KINDS.getOrDefault(word, MovementKind.OTHER);
  }

  static boolean ofOrder(MovementKind kind) {
    return OF_ORDERS.contains(kind);
  }
}
