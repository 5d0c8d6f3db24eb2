package kontor.inventory.purchasing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.contracts.Money;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.stock.GoodsCost;
import kontor.inventory.purchasing.PurchaseOrder.Sent;

/**
 * How much of an order's landed costs lies in the goods that have arrived. A line's share is spread
 * over the units ordered; what comes beyond them carries none.
 */
final class LandedProgress {

  private final Map<Integer, Long> shares = new HashMap<>();
  private final Map<Integer, Integer> arrived = new HashMap<>();

  LandedProgress(Sent sent) {
    List<PurchaseLine> lines = sent.content().lines();
    List<Integer> units = lines.stream().map(line -> line.quantity().value()).toList();
    long[] cents = LandedShares.of(sent.content().landed(), lines, units);
    for (int i = 0; i < cents.length; i++) {
      shares.put(lines.get(i).line(), cents[i]);
      arrived.put(lines.get(i).line(), sent.received(lines.get(i).line()));
    }
  }

  /** Cents that go with the next units of a line; the last unit ordered takes what is left. */
  long take(PurchaseLine line, int units) {
    int from = arrived.getOrDefault(line.line(), 0);
    arrived.put(line.line(), Math.addExact(from, units));
    return share(line, from, Math.addExact(from, units));
  }

  /** Cents that lie in no goods yet. */
  long left(PurchaseLine line) {
    return share(line, arrived.getOrDefault(line.line(), 0), line.quantity().value());
  }

  private long share(PurchaseLine line, int from, int to) {
    int ordered = line.quantity().value();
    Money whole = Money.ofMinor(shares.getOrDefault(line.line(), 0L), "EUR");
    return new GoodsCost(whole, null)
        .share(Math.min(from, ordered), Math.min(to, ordered), ordered)
        .cents();
  }
}
