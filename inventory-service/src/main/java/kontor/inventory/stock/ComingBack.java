package kontor.inventory.stock;

import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.StockEvent;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.contracts.stock.StockEvent.StockScrapped;

/**
 * Finds what units that come back cost when they left. It is told a SKU's events from the newest
 * on: the units of an order that left last come back first, and what came back before does not come
 * again.
 */
public final class ComingBack {

  private final OrderId order;
  private final int wanted;
  private int left;
  private int backBefore;
  private GoodsCost cost = GoodsCost.ofCents(0, 0);

  public ComingBack(OrderId order, Quantity wanted) {
    this.order = order;
    this.wanted = wanted.value();
    this.left = wanted.value();
  }

  /** Tells the event before the one told last. Events of other orders change nothing. */
  public void before(StockEvent event) {
    if (event instanceof StockReturned e && e.order().equals(order)) {
      backBefore += e.quantity().value();
    } else if (event instanceof StockScrapped e && e.order().equals(order)) {
      backBefore += e.quantity().value();
    } else if (event instanceof StockPicked e && e.order().equals(order)) {
      take(e);
    }
  }

  private void take(StockPicked pick) {
    int units = pick.quantity().value();
    int from = Math.min(backBefore, units);
    int to = Math.min(units, from + left);
    backBefore -= from;
    left -= to - from;
    if (to > from) {
      GoodsCost whole = pick.cost() == null ? GoodsCost.ofCents(0, units) : pick.cost();
      cost = cost.plus(whole.share(from, to, units));
    }
  }

  public boolean found() {
    return left == 0;
  }

  /** Units of which no departure was told are of unknown cost; empty when all are. */
  public Optional<GoodsCost> cost() {
    GoodsCost all = cost.plus(GoodsCost.ofCents(0, left));
    return all.unknownUnits() == wanted ? Optional.empty() : Optional.of(all);
  }
}
