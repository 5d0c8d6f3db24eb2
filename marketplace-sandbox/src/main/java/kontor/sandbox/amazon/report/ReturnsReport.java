package kontor.sandbox.amazon.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.sandbox.amazon.document.TabFile;
import kontor.sandbox.amazon.order.AmazonOrder;
import kontor.sandbox.amazon.order.Line;
import kontor.sandbox.amazon.order.Orders;

/** GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE: what buyers send back, one row for each request. */
final class ReturnsReport {

  static final List<String> COLUMNS =
      List.of(
          "Order ID",
          "Order date",
          "Return request date",
          "Return request status",
          "Amazon RMA ID",
          "Merchant RMA ID",
          "Label type",
          "Label cost",
          "Currency code",
          "Return carrier",
          "Tracking ID",
          "Label to be paid by",
          "A-to-Z Claim",
          "Is prime",
          "ASIN",
          "Merchant SKU",
          "Item Name",
          "Return quantity",
          "Return Reason",
          "In policy",
          "Return type",
          "Resolution",
          "Invoice number",
          "Return delivery date",
          "Order Amount",
          "Order quantity",
          "SafeT Action reason",
          "SafeT claim id",
          "SafeT claim state",
          "SafeT claim creation time",
          "SafeT claim reimbursement amount",
          "Refunded Amount");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Orders orders;

  ReturnsReport(Orders orders) {
    this.orders = orders;
  }

  String write(ReportJob job) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (AmazonOrder order : orders.of(job.sellerId())) {
      if (job.marketplaceIds().contains(order.marketplaceId()) && !order.byAmazon()) {
        for (Line line : order.lines()) {
          line.returns().stream()
              .filter(back -> job.covers(back.requested()))
              .forEach(back -> rows.add(row(order, line, back)));
        }
      }
    }
    return TabFile.write(COLUMNS, rows);
  }

  private static Map<String, String> row(AmazonOrder order, Line line, Line.ReturnRequest back) {
    Map<String, String> row = new HashMap<>();
    row.put("Order ID", order.orderId());
    row.put("Order date", DAY.format(order.created()));
    row.put("Return request date", DAY.format(back.requested()));
    row.put("Return request status", "Approved");
    row.put("Amazon RMA ID", back.rmaId());
    row.put("Label type", "AmazonPrePaidLabel");
    row.put("Label cost", "0.00");
    row.put("Currency code", line.unitPrice().currencyCode());
    row.put("A-to-Z Claim", "N");
    row.put("Is prime", "N");
    row.put("ASIN", line.asin());
    row.put("Merchant SKU", line.sku());
    row.put("Item Name", line.title());
    row.put("Return quantity", Integer.toString(back.quantity()));
    row.put("Return Reason", back.reason());
    row.put("In policy", "Y");
    row.put("Return type", "C-Returns");
    row.put("Resolution", back.resolution());
    row.put("Order Amount", order.total().amount());
    row.put("Order quantity", Integer.toString(line.quantity()));
    row.put("Refunded Amount", line.refunded().plus(line.refundedShipping()).amount());
    return row;
  }
}
