package kontor.sandbox.amazon.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kontor.sandbox.amazon.document.Documents;
import kontor.sandbox.amazon.document.TabFile;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.amazon.order.AmazonOrder;
import kontor.sandbox.amazon.order.Line;
import kontor.sandbox.amazon.order.Orders;
import kontor.sandbox.amazon.value.Money;

/**
 * The flat files for which no call exists: the seller cancels items of an order, or pays back (page
 * "Feed type values"). Row by row; a wrong row changes nothing and is named in the report.
 */
public final class OrderFeeds {

  static final String CANCEL = "POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA";
  static final String REFUND = "POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA";
  static final Set<String> TYPES = Set.of(CANCEL, REFUND);

  private static final List<String> CANCEL_COLUMNS =
      List.of("order-id", "cancellation-reason-code", "amazon-order-item-code");
  private static final List<String> REFUND_COLUMNS =
      List.of("order-id", "order-item-id", "adjustment-reason-code", "currency", "item-price-adj");
  private static final Set<String> CANCEL_REASONS =
      Set.of(
          "NoInventory",
          "ShippingAddressUndeliverable",
          "CustomerExchange",
          "BuyerCanceled",
          "GeneralAdjustment",
          "CarrierCreditDecision",
          "RiskAssessmentInformationNotValid",
          "CarrierCoverageFailure",
          "CustomerReturn",
          "MerchandiseNotReceived");
  private static final Set<String> REFUND_REASONS =
      Set.of(
          "NoInventory",
          "CustomerReturn",
          "GeneralAdjustment",
          "CouldNotShip",
          "DifferentItem",
          "Abandoned",
          "CustomerCancel",
          "PriceError",
          "ProductOutofStock",
          "CustomerAddressIncorrect",
          "Exchange",
          "Other",
          "CarrierCreditDecision",
          "RiskAssessmentInformationNotValid",
          "CarrierCoverageFailure",
          "TransactionRecord");

  private final Orders orders;
  private final Surroundings around;

  public OrderFeeds(Orders orders, Surroundings around) {
    this.orders = orders;
    this.around = around;
  }

  /** The report; empty if the file as a whole cannot be read. */
  Optional<String> process(Feed feed, Documents.Document input) {
    boolean cancels = feed.feedType().equals(CANCEL);
    String text = input.text();
    int limit = feed.applied() == null ? Integer.MAX_VALUE : feed.applied();
    return TabFile.read(text, cancels ? CANCEL_COLUMNS : REFUND_COLUMNS)
        .map(rows -> report(feed, rows.subList(0, Math.min(limit, rows.size())), cancels));
  }

  private String report(Feed feed, List<Map<String, String>> rows, boolean cancels) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      Optional<String> wrong = cancels ? cancel(feed, row) : refund(feed, row);
      int number = i + 1;
      wrong.ifPresent(
          why -> faults.add(number + "\t" + row.get("order-id") + "\t99001\tError\t" + why));
    }
    return "Feed Processing Summary:\n\tNumber of records processed\t\t"
        + rows.size()
        + "\n\tNumber of records successful\t\t"
        + (rows.size() - faults.size())
        + "\n\noriginal-record-number\torder-id\terror-code\terror-type\terror-message\n"
        + faults.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private Optional<AmazonOrder> order(Feed feed, Map<String, String> row) {
    return orders
        .find(row.getOrDefault("order-id", ""))
        .filter(order -> order.sellerId().equals(feed.sellerId()));
  }

  private Optional<String> cancel(Feed feed, Map<String, String> row) {
    String reason = row.getOrDefault("cancellation-reason-code", "");
    if (!CANCEL_REASONS.contains(reason)) {
      return Optional.of("cancellation-reason-code: unknown '" + reason + "'");
    }
    Optional<AmazonOrder> order = order(feed, row).filter(found -> !found.byAmazon());
    if (order.isEmpty()) {
      return Optional.of("order-id: no order that the seller ships");
    }
    String item = row.getOrDefault("amazon-order-item-code", "");
    Optional<AmazonOrder> changed =
        item.isEmpty()
            ? orders.cancelAll(order.get(), "MERCHANT", reason)
            : order.get().line(item).flatMap(line -> cancelLine(order.get(), line, reason));
    return changed.isPresent()
        ? Optional.empty()
        : Optional.of("amazon-order-item-code: nothing to cancel");
  }

  private Optional<AmazonOrder> cancelLine(AmazonOrder order, Line line, String reason) {
    int open = line.open() - order.shippedOf(line.orderItemId());
    return orders.cancel(order, line.orderItemId(), open, "MERCHANT", reason);
  }

  private Optional<String> refund(Feed feed, Map<String, String> row) {
    Optional<AmazonOrder> order = order(feed, row);
    Optional<Line> line = order.flatMap(o -> o.line(row.getOrDefault("order-item-id", "")));
    if (line.isEmpty()) {
      return Optional.of("order-item-id: no such item of this order");
    }
    String reason = row.getOrDefault("adjustment-reason-code", "");
    String currency = line.get().unitPrice().currencyCode();
    if (!REFUND_REASONS.contains(reason) || !currency.equals(row.get("currency"))) {
      return Optional.of("adjustment-reason-code or currency: not valid");
    }
    try {
      Line.Refund refund =
          new Line.Refund(
              Long.toString(around.store().next("amazon-refund")),
              around.now(),
              money(row.getOrDefault("item-price-adj", ""), currency),
              money(row.getOrDefault("shipping-price-adj", ""), currency),
              reason);
      String item = line.get().orderItemId();
      return orders.refund(order.orElseThrow(), item, refund).isPresent()
          ? Optional.empty()
          : Optional.of("item-price-adj: more than was paid, or not shipped");
    } catch (IllegalArgumentException e) {
      return Optional.of("item-price-adj: not an amount");
    }
  }

  private static Money money(String text, String currency) {
    BigDecimal value = text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    Money money = Money.of(value, currency);
    if (value.signum() < 0 || money.number().compareTo(value) != 0) {
      throw new IllegalArgumentException("not an amount: " + text);
    }
    return money;
  }
}
