package kontor.connector.etsy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kontor.connector.channel.Afterwards;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.OrderPage.Unreadable;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.channel.ReportedOrder.State;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import tools.jackson.databind.JsonNode;

/** Etsy's receipts in our words. One that cannot be read does not hold up the others. */
final class EtsyOrders {

  OrderPage page(Iterable<JsonNode> receipts, Optional<String> next) {
    List<ReportedOrder> orders = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (JsonNode receipt : receipts) {
      String id = receipt.path("receipt_id").asString("");
      try {
        orders.add(order(id, receipt));
      } catch (IllegalArgumentException | ArithmeticException e) {
        unreadable.add(new Unreadable(id, String.valueOf(e.getMessage())));
      }
    }
    return new OrderPage(orders, unreadable, next);
  }

  private static ReportedOrder order(String id, JsonNode receipt) {
    List<MarketplaceLine> lines = new ArrayList<>();
    for (JsonNode transaction : receipt.path("transactions")) {
      lines.add(line(transaction));
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("the receipt has no transactions");
    }
    Money grand = money(receipt.path("grandtotal"));
    Money total = grand.minus(money(receipt.path("total_tax_cost")));
    return new ReportedOrder(
        id,
        state(receipt),
        Instant.ofEpochSecond(receipt.path("created_timestamp").asLong()),
        changed(receipt),
        new CountryCode(receipt.path("country_iso").asString("")),
        discounted(lines, money(receipt.path("discount_amt"))),
        money(receipt.path("total_shipping_cost")),
        total,
        buyer(receipt),
        false,
        new Afterwards(Map.of(), Optional.empty(), refunded(receipt, total)));
  }

  /** Etsy's own tax goes back by Etsy, so no more than the rest is ours. */
  private static Optional<Money> refunded(JsonNode receipt, Money total) {
    Money sum = Money.zero(total.currency());
    for (JsonNode refund : receipt.path("refunds")) {
      sum = sum.plus(money(refund.path("amount")));
    }
    return sum.isZero() ? Optional.empty() : Optional.of(sum.compareTo(total) < 0 ? sum : total);
  }

  private static MarketplaceLine line(JsonNode transaction) {
    String sku = transaction.path("sku").asString("");
    String id = transaction.path("transaction_id").asString("?");
    if (sku.isEmpty()) {
      throw new IllegalArgumentException("transaction " + id + " has no SKU");
    }
    int units = transaction.path("quantity").asInt();
    return new MarketplaceLine(
        id,
        new Sku(sku),
        transaction.path("title").asString(""),
        new Quantity(units),
        money(transaction.path("price")).times(units));
  }

  /** A coupon of the shop is spread over the lines by their worth; the largest takes the rest. */
  private static List<MarketplaceLine> discounted(List<MarketplaceLine> lines, Money discount) {
    if (discount.isZero()) {
      return lines;
    }
    long all = lines.stream().mapToLong(line -> line.total().minor()).sum();
    MarketplaceLine largest =
        lines.stream().max(Comparator.comparing(MarketplaceLine::total)).orElseThrow();
    long left = discount.minor();
    List<MarketplaceLine> less = new ArrayList<>();
    for (MarketplaceLine line : lines) {
      long part = Math.multiplyExact(discount.minor(), line.total().minor()) / Math.max(1, all);
      left -= part;
      less.add(less(line, part));
    }
    int at = lines.indexOf(largest);
    less.set(at, less(less.get(at), left));
    return less;
  }

  private static MarketplaceLine less(MarketplaceLine line, long minor) {
    Money total = new Money(line.total().minor() - minor, line.total().currency());
    return new MarketplaceLine(
        line.externalLineId(), line.sku(), line.title(), line.quantity(), total);
  }

  /**
   * Etsy counts in whole seconds, and money paid back does not move its time: the fraction of the
   * second tells reports of one second apart by what they say.
   */
  private static Instant changed(JsonNode receipt) {
    int said =
        Objects.hash(
            receipt.path("status").asString(""),
            receipt.path("is_paid").asBoolean(false),
            receipt.path("is_shipped").asBoolean(false),
            receipt.path("refunds").size(),
            receipt.path("shipments").size());
    return Instant.ofEpochSecond(
        receipt.path("updated_timestamp").asLong(), Math.floorMod(said, 1_000_000_000));
  }

  /** An unknown word is not taken for a known one: a person has to look. */
  private static State state(JsonNode receipt) {
    String status = receipt.path("status").asString("").toLowerCase(Locale.ROOT);
    return switch (status) {
      case "open", "unpaid", "payment processing" -> State.WAITING;
      case "paid", "completed", "partially refunded" -> State.PAID;
      case "fully refunded" ->
          receipt.path("is_shipped").asBoolean(false) ? State.PAID : State.CANCELLED;
      case "canceled" -> State.CANCELLED;
      default -> throw new IllegalArgumentException("unknown status '" + status + "'");
    };
  }

  private static Buyer buyer(JsonNode receipt) {
    String second = receipt.path("second_line").asString("");
    String street = receipt.path("first_line").asString("");
    return new Buyer(
        receipt.path("buyer_user_id").asString(""),
        receipt.path("name").asString(""),
        receipt.path("buyer_email").asString(""),
        second.isBlank() ? street : street + ", " + second,
        receipt.path("zip").asString(""),
        receipt.path("city").asString(""),
        receipt.path("country_iso").asString(""));
  }

  /**
   * Money as Etsy shows it.
   *
   * @throws ArithmeticException if it has more decimals than the currency
   */
  static Money money(JsonNode shown) {
    long divisor = shown.path("divisor").asLong(0);
    if (divisor <= 0) {
      throw new IllegalArgumentException("not an amount: " + shown);
    }
    BigDecimal amount =
        BigDecimal.valueOf(shown.path("amount").asLong()).divide(BigDecimal.valueOf(divisor));
    String currency = shown.path("currency_code").asString("");
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return Money.ofMinor(amount.movePointRight(digits).longValueExact(), currency);
  }
}
