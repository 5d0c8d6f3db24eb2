package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.sandbox.document.Json;
import kontor.sandbox.ebay.AfterSale.Refund;
import kontor.sandbox.ebay.AfterSale.Status;
import kontor.sandbox.ebay.SoldOrder.Line;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/**
 * What eBay pays out to sellers: what was sold and shipped, less the final value fee, less what was
 * paid back with the fee's part of it. A sale is settled once all of it is shipped, a refund once
 * it has arrived and its sale is settled.
 */
final class Payouts {

  /** A closed payout and its transactions, as the API shows them. */
  record Payout(
      String payoutId,
      String seller,
      Instant date,
      Amount amount,
      List<ObjectNode> transactions,
      List<String> covered) {

    Payout {
      transactions = List.copyOf(transactions);
      covered = List.copyOf(covered);
    }
  }

  /** A share of the line's total, delivery included, and so much for each order. */
  private static final BigDecimal FEE = new BigDecimal("0.11");

  private static final BigDecimal FIXED = new BigDecimal("0.35");

  private final Table<Payout> closed;
  private final Orders orders;
  private final String seller;
  private final Store store;

  Payouts(Tables tables, String seller, Orders orders, Store store) {
    this.closed = tables.payouts();
    this.orders = orders;
    this.seller = seller;
    this.store = store;
  }

  /** Newest first, as the API shows them. */
  List<Payout> newestFirst() {
    return closed.newestFirst().stream().filter(one -> one.seller().equals(seller)).toList();
  }

  Optional<Payout> find(String payoutId) {
    return closed.get(payoutId).filter(one -> one.seller().equals(seller));
  }

  /**
   * Pays out what is due; empty if nothing is.
   *
   * @param charge what eBay takes for itself, beside what belongs to orders
   */
  Optional<Payout> close(Optional<Amount> charge) {
    String id = Long.toString(5_700_000_000L + store.next("ebay-payout"));
    List<ObjectNode> transactions = new ArrayList<>();
    Set<String> before = new HashSet<>();
    newestFirst().forEach(payout -> before.addAll(payout.covered()));
    Set<String> covered = new HashSet<>(before);
    List<SoldOrder> all = new ArrayList<>(orders.newestFirst());
    for (int i = all.size() - 1; i >= 0; i--) {
      settle(all.get(i), id, covered, transactions);
    }
    charge.ifPresent(amount -> transactions.add(charge(amount, id)));
    if (transactions.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (ObjectNode one : transactions) {
      BigDecimal value = new BigDecimal(one.at("/amount/value").asText());
      boolean credit = one.path("bookingEntry").asText().equals("CREDIT");
      sum = credit ? sum.add(value) : sum.subtract(value);
    }
    covered.removeAll(before);
    String currency = transactions.get(0).at("/amount/currency").asText();
    Payout payout =
        new Payout(
            id, seller, orders.now(), Amount.of(sum, currency), transactions, List.copyOf(covered));
    closed.put(id, payout);
    return Optional.of(payout);
  }

  private void settle(
      SoldOrder order, String payout, Set<String> covered, List<ObjectNode> transactions) {
    boolean sold =
        order.payment() != SoldOrder.Payment.PENDING && order.fulfillment().equals("FULFILLED");
    if (sold && covered.add(order.orderId())) {
      transactions.add(sale(order, payout));
    }
    for (Refund refund : order.after().refunds()) {
      boolean due = covered.contains(order.orderId()) && refund.status() == Status.REFUNDED;
      if (due && covered.add(refund.refundId())) {
        transactions.add(refund(order, refund, payout));
      }
    }
  }

  private ObjectNode sale(SoldOrder order, String payout) {
    Amount fees = Amount.zero(order.currency());
    ArrayNode items = Json.object().putArray("orderLineItems");
    for (Line line : order.lines()) {
      Amount fee = share(order.totalOf(line));
      ArrayNode charged = line(items, line, order.totalOf(line));
      fee(charged, "FINAL_VALUE_FEE", fee);
      fees = fees.plus(fee);
      if (line.equals(order.lines().get(0))) {
        Amount fixed = Amount.of(FIXED, order.currency());
        fee(charged, "FINAL_VALUE_FEE_FIXED_PER_ORDER", fixed);
        fees = fees.plus(fixed);
      }
    }
    ObjectNode shown = transaction("SALE", "CREDIT", payout, order.total().minus(fees));
    shown.put("orderId", order.orderId()).set("orderLineItems", items);
    shown.set("totalFeeBasisAmount", Json.tree(order.total()));
    shown.set("totalFeeAmount", Json.tree(fees));
    return shown;
  }

  /** The fee's part comes back with the first line; that for the order does not. */
  private ObjectNode refund(SoldOrder order, Refund refund, String payout) {
    Amount back = share(refund.amount());
    ArrayNode items = Json.object().putArray("orderLineItems");
    fee(line(items, order.lines().get(0), refund.amount()), "FINAL_VALUE_FEE", back);
    ObjectNode shown = transaction("REFUND", "DEBIT", payout, refund.amount().minus(back));
    shown.put("orderId", order.orderId()).set("orderLineItems", items);
    shown.set("totalFeeBasisAmount", Json.tree(refund.amount()));
    shown.set("totalFeeAmount", Json.tree(back));
    return shown;
  }

  private ObjectNode charge(Amount amount, String payout) {
    return transaction("NON_SALE_CHARGE", "DEBIT", payout, amount).put("feeType", "AD_FEE");
  }

  private ObjectNode transaction(String type, String entry, String payout, Amount amount) {
    ObjectNode shown = Json.object();
    shown.put("transactionId", Long.toString(6_100_000_000L + store.next("ebay-transaction")));
    shown.put("payoutId", payout).put("transactionType", type).put("bookingEntry", entry);
    shown.put("transactionStatus", "PAYOUT");
    shown.put("transactionDate", OrderDocument.time(orders.now()));
    shown.set("amount", Json.tree(amount));
    return shown;
  }

  private static ArrayNode line(ArrayNode items, Line line, Amount basis) {
    ObjectNode item = items.addObject().put("lineItemId", line.lineItemId());
    item.set("feeBasisAmount", Json.tree(basis));
    return item.putArray("marketplaceFees");
  }

  private static void fee(ArrayNode charged, String type, Amount amount) {
    charged.addObject().put("feeType", type).set("amount", Json.tree(amount));
  }

  private static Amount share(Amount of) {
    BigDecimal value = new BigDecimal(of.value()).multiply(FEE).setScale(2, RoundingMode.HALF_UP);
    return Amount.of(value, of.currency());
  }
}
