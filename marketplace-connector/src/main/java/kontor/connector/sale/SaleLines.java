package kontor.connector.sale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.connector.channel.Cancellation;
import kontor.connector.channel.Refund;
import kontor.connector.sale.DueRequest.Cancel;
import kontor.connector.sale.DueRequest.PayBack;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;

/** What was decided here in the marketplace's words: a line of ours is its place in the sale. */
final class SaleLines {

  private final MarketplaceOrderReceived sale;

  SaleLines(MarketplaceOrderReceived sale) {
    this.sale = sale;
  }

  private MarketplaceLine line(int number) {
    return sale.lines().get(number - 1);
  }

  /** For a person. */
  String words(Map<Integer, Integer> units) {
    return new TreeMap<>(units)
        .entrySet().stream()
            .map(
                one ->
                    "%d × %s (line %s)"
                        .formatted(
                            one.getValue(),
                            line(one.getKey()).sku(),
                            line(one.getKey()).externalLineId()))
            .collect(Collectors.joining(", "));
  }

  /**
   * The whole is all that neither side has cancelled before.
   *
   * @param due what this is about; other cancellations of the same sale have units of their own
   */
  Cancellation cancellation(Cancel cancel, Told told, List<DueRequest> all, DueRequest due) {
    Map<Integer, Integer> units =
        cancel.whole() ? left(told, all, due) : new TreeMap<>(cancel.units());
    List<Cancellation.Line> lines = new ArrayList<>();
    units.forEach(
        (number, quantity) ->
            lines.add(
                new Cancellation.Line(line(number).externalLineId(), new Quantity(quantity))));
    Cancellation.Reason reason =
        cancel.byBuyer() || told.wish() ? Cancellation.Reason.BUYER : Cancellation.Reason.NO_STOCK;
    return new Cancellation(cancel.name(), reason, cancel.whole(), lines);
  }

  private Map<Integer, Integer> left(Told told, List<DueRequest> all, DueRequest due) {
    Map<Integer, Integer> gone = new HashMap<>();
    for (DueRequest other : all) {
      if (other.order().equals(due.order()) && other.ask() instanceof Cancel part) {
        part.units().forEach((number, units) -> gone.merge(number, units, Integer::sum));
      }
    }
    Map<Integer, Integer> left = new TreeMap<>();
    for (int number = 1; number <= sale.lines().size(); number++) {
      int there = told.cancelled().getOrDefault(line(number).externalLineId(), 0);
      int open = line(number).quantity().value() - Math.max(there, gone.getOrDefault(number, 0));
      if (open > 0) {
        left.put(number, open);
      }
    }
    return left;
  }

  Refund refundOfCancelled(Cancel cancel) {
    Money worth = cancel.worth().orElseThrow();
    return refund("cancelled-" + cancel.name(), Refund.Reason.CANCELLED, cancel.units(), worth);
  }

  /** What belongs to no return is for the sale as a whole. */
  Refund refund(PayBack payBack) {
    Refund.Reason reason =
        payBack.returned().isEmpty() ? Refund.Reason.GOODWILL : Refund.Reason.RETURNED;
    return refund(payBack.name(), reason, payBack.returned(), payBack.amount());
  }

  /**
   * What is for no line in particular goes with the first that costs as much; empty if none does.
   */
  Optional<Refund> onLines(Refund refund) {
    if (!refund.lines().isEmpty()) {
      return Optional.of(refund);
    }
    Money goods = refund.total().minus(refund.shipping());
    return sale.lines().stream()
        .filter(line -> line.total().compareTo(goods) >= 0)
        .findFirst()
        .map(line -> new Refund.Line(line.externalLineId(), line.quantity(), goods))
        .map(
            line ->
                new Refund(
                    refund.id(),
                    refund.reason(),
                    List.of(line),
                    refund.shipping(),
                    refund.total()));
  }

  /** Each line by its part of what was paid; what is over is shipping, as far as there was any. */
  private Refund refund(
      String id, Refund.Reason reason, Map<Integer, Integer> units, Money amount) {
    List<Refund.Line> lines = new ArrayList<>();
    long left = amount.minor();
    for (Map.Entry<Integer, Integer> one : new TreeMap<>(units).entrySet()) {
      MarketplaceLine line = line(one.getKey());
      long part = Math.min(left, share(line, one.getValue()));
      left -= part;
      if (part > 0) {
        lines.add(refundLine(line, one.getValue(), amount, part));
      }
    }
    long shipping = left > lines.size() ? Math.min(left, sale.shipping().minor()) : 0;
    if (left > shipping && !lines.isEmpty()) { // odd cents
      Refund.Line last = lines.remove(lines.size() - 1);
      Money more = new Money(last.amount().minor() + left - shipping, amount.currency());
      lines.add(new Refund.Line(last.externalLineId(), last.quantity(), more));
    }
    return new Refund(id, reason, lines, new Money(shipping, amount.currency()), amount);
  }

  private static Refund.Line refundLine(MarketplaceLine line, int units, Money sum, long part) {
    return new Refund.Line(
        line.externalLineId(), new Quantity(units), new Money(part, sum.currency()));
  }

  private static long share(MarketplaceLine line, int units) {
    return Math.multiplyExact(line.total().minor(), (long) units) / line.quantity().value();
  }
}
