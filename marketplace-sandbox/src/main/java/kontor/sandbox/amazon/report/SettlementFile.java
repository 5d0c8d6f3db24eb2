package kontor.sandbox.amazon.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.sandbox.amazon.document.TabFile;
import kontor.sandbox.amazon.seller.Marketplace;
import kontor.sandbox.amazon.value.Money;

/** The file of a settlement: a row with the total, then one row for each amount. */
final class SettlementFile {

  static final List<String> COLUMNS =
      List.of(
          "settlement-id",
          "settlement-start-date",
          "settlement-end-date",
          "deposit-date",
          "total-amount",
          "currency",
          "transaction-type",
          "order-id",
          "merchant-order-id",
          "adjustment-id",
          "shipment-id",
          "marketplace-name",
          "amount-type",
          "amount-description",
          "amount",
          "fulfillment-id",
          "posted-date",
          "posted-date-time",
          "order-item-code",
          "merchant-order-item-id",
          "merchant-adjustment-item-id",
          "sku",
          "quantity-purchased",
          "promotion-id");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private SettlementFile() {}

  static String write(
      String id, Instant start, Instant end, Money total, List<Settlements.Entry> entries) {
    List<Map<String, String>> rows = new ArrayList<>();
    rows.add(
        Map.of(
            "settlement-id", id,
            "settlement-start-date", TIME.format(start),
            "settlement-end-date", TIME.format(end),
            "deposit-date", TIME.format(end.plus(Duration.ofDays(2))),
            "total-amount", total.amount(),
            "currency", total.currencyCode()));
    entries.forEach(entry -> rows.add(row(id, entry)));
    return TabFile.write(COLUMNS, rows);
  }

  private static Map<String, String> row(String id, Settlements.Entry entry) {
    Map<String, String> row = new HashMap<>();
    row.put("settlement-id", id);
    row.put("transaction-type", entry.type());
    row.put("order-id", entry.order().orderId());
    row.put("merchant-order-id", entry.order().orderId());
    row.put("marketplace-name", Marketplace.of(entry.order().marketplaceId()).name());
    row.put("amount-type", entry.amountType());
    row.put("amount-description", entry.description());
    row.put("amount", entry.amount().amount());
    row.put("fulfillment-id", entry.order().byAmazon() ? "AFN" : "MFN");
    row.put("posted-date", TIME.format(entry.posted()).substring(0, 10));
    row.put("posted-date-time", TIME.format(entry.posted()));
    row.put("order-item-code", entry.line().orderItemId());
    row.put("sku", entry.line().sku());
    if (entry.type().equals("Order") && entry.description().equals("Principal")) {
      row.put("quantity-purchased", Integer.toString(entry.line().open()));
    }
    return row;
  }
}
