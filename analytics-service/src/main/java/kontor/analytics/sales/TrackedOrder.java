package kontor.analytics.sales;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.ChannelId;
import kontor.contracts.OrderId;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;

/**
 * What the figures remember of one order: how far its events are counted, what was ordered, and how
 * much of it still counts.
 *
 * @param version of the last event that was counted
 * @param gross what the buyer pays for all of it, shipping included, in minor units
 * @param tax the VAT in {@code gross}
 * @param sold whether its revenue counts: confirmed, and not cancelled since
 * @param refunded how much of {@code gross} went back
 * @param returned units per line that came back
 */
public record TrackedOrder(
    OrderId order,
    long version,
    ChannelId channel,
    Currency currency,
    List<Line> lines,
    long gross,
    long tax,
    boolean sold,
    long refunded,
    Map<Integer, Integer> returned) {

  public TrackedOrder {
    lines = List.copyOf(lines);
    returned = Map.copyOf(returned);
  }

  /**
   * One article of it.
   *
   * @param line from 1
   * @param gross what is charged for all units, in minor units
   * @param tax the VAT in {@code gross}
   */
  public record Line(int line, Sku sku, int quantity, long gross, long tax) {}

  static TrackedOrder of(OrderPlaced placed, long version) {
    return new TrackedOrder(
        placed.order(),
        version,
        placed.channel(),
        placed.totals().grand().currency(),
        placed.lines().stream().map(TrackedOrder::line).toList(),
        placed.totals().grand().minor(),
        placed.totals().tax().minor(),
        false,
        0,
        Map.of());
  }

  private static Line line(OrderLine line) {
    return new Line(
        line.line(), line.sku(), line.quantity().value(), line.total().minor(), line.tax().minor());
  }

  TrackedOrder at(long newer) {
    return new TrackedOrder(
        order, newer, channel, currency, lines, gross, tax, sold, refunded, returned);
  }

  TrackedOrder counting(boolean counts) {
    return new TrackedOrder(
        order, version, channel, currency, lines, gross, tax, counts, refunded, returned);
  }

  TrackedOrder refunding(long amount) {
    return new TrackedOrder(
        order, version, channel, currency, lines, gross, tax, sold, refunded + amount, returned);
  }

  TrackedOrder returning(int line, int units) {
    Map<Integer, Integer> more = new HashMap<>(returned);
    more.merge(line, units, Integer::sum);
    return new TrackedOrder(
        order, version, channel, currency, lines, gross, tax, sold, refunded, more);
  }

  /** How many units of a line came back so far. */
  int returnedOf(int line) {
    return returned.getOrDefault(line, 0);
  }
}
