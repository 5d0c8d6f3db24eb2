package kontor.sandbox.amazon.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.amazon.order.AmazonOrder;
import kontor.sandbox.amazon.order.Line;
import kontor.sandbox.amazon.order.Orders;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.document.Json;
import kontor.sandbox.state.Table;

/**
 * What Amazon pays out: price and shipping of what was shipped, less the referral fee, less what
 * was paid back with the fee's part of it. A line is settled once all of it that is not cancelled
 * is shipped, a refund when it is made.
 */
public final class Settlements {

  /** A closed settlement and its file. */
  public record Settlement(
      String settlementId,
      String sellerId,
      String marketplaceId,
      Instant start,
      Instant end,
      Money total,
      String text,
      List<String> covered) {

    public Settlement {
      covered = List.copyOf(covered);
    }
  }

  /** One amount of a transaction; {@code key} tells what it belongs to. */
  record Entry(
      String key,
      String type,
      AmazonOrder order,
      Line line,
      String amountType,
      String description,
      Money amount,
      Instant posted) {}

  private static final JsonNode FEES = Json.resource("/kontor/sandbox/amazon/fees.json");

  private final Table<Settlement> closed;
  private final Orders orders;
  private final Surroundings around;

  Settlements(Orders orders, Surroundings around) {
    this.closed = around.store().table("amazon-settlements", Settlement.class);
    this.orders = orders;
    this.around = around;
  }

  /** The closed settlements of a seller. */
  public List<Settlement> of(String sellerId) {
    return closed.all().stream().filter(one -> one.sellerId().equals(sellerId)).toList();
  }

  Optional<Settlement> close(String sellerId, String marketplaceId, Instant now) {
    Set<String> settled = new HashSet<>();
    Instant start = now.minus(Duration.ofDays(14));
    for (Settlement old : of(sellerId)) {
      settled.addAll(old.covered());
      start = old.marketplaceId().equals(marketplaceId) ? old.end() : start;
    }
    List<Entry> entries =
        orders.of(sellerId).stream()
            .filter(order -> order.marketplaceId().equals(marketplaceId))
            .flatMap(order -> order.lines().stream().flatMap(line -> entries(order, line)))
            .filter(entry -> !settled.contains(entry.key()))
            .toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Money total = entries.stream().map(Entry::amount).reduce(Money::plus).orElseThrow();
    String id = Long.toString(20_000_000_000L + around.store().next("amazon-settlement"));
    String text = SettlementFile.write(id, start, now, total, entries);
    List<String> covered = entries.stream().map(Entry::key).distinct().toList();
    Settlement settlement =
        new Settlement(id, sellerId, marketplaceId, start, now, total, text, covered);
    closed.put(id, settlement);
    return Optional.of(settlement);
  }

  private static Stream<Entry> entries(AmazonOrder order, Line line) {
    String item = line.orderItemId();
    if (line.open() == 0 || order.shippedOf(item) < line.open()) {
      return Stream.empty();
    }
    List<Entry> entries = new ArrayList<>();
    Instant posted = order.updated();
    String key = order.orderId() + "|" + item;
    Money fee = fee(line);
    entries.add(
        new Entry(key, "Order", order, line, "ItemPrice", "Principal", line.principal(), posted));
    if (line.shipping().number().signum() > 0) {
      entries.add(
          new Entry(key, "Order", order, line, "ItemPrice", "Shipping", line.shipping(), posted));
    }
    entries.add(
        new Entry(key, "Order", order, line, "ItemFees", "Commission", fee.times(-1), posted));
    line.refunds().forEach(refund -> entries.addAll(refund(order, line, refund, fee)));
    return entries.stream();
  }

  private static List<Entry> refund(AmazonOrder order, Line line, Line.Refund refund, Money fee) {
    String key = order.orderId() + "|" + line.orderItemId() + "|refund|" + refund.refundId();
    BigDecimal back = refund.price().number().add(refund.shipping().number());
    BigDecimal part =
        fee.number().multiply(back).divide(line.total().number(), 10, RoundingMode.HALF_UP);
    Money feeBack = Money.of(part, fee.currencyCode());
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            key,
            "Refund",
            order,
            line,
            "ItemPrice",
            "Principal",
            refund.price().times(-1),
            refund.at()));
    if (refund.shipping().number().signum() > 0) {
      entries.add(
          new Entry(
              key,
              "Refund",
              order,
              line,
              "ItemPrice",
              "Shipping",
              refund.shipping().times(-1),
              refund.at()));
    }
    entries.add(
        new Entry(key, "Refund", order, line, "ItemFees", "Commission", feeBack, refund.at()));
    return entries;
  }

  /** The referral fee of a line: a share of price and shipping, at least so much for each unit. */
  static Money fee(Line line) {
    Money total = line.total();
    String currency = total.currencyCode();
    BigDecimal share = total.number().multiply(FEES.path("referral").decimalValue());
    BigDecimal least = FEES.path("minimum").path(currency).decimalValue();
    BigDecimal minimum = least.multiply(BigDecimal.valueOf(line.open()));
    return Money.of(share.max(minimum).min(total.number()), currency);
  }
}
