package kontor.order.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.order.ChangeEvent.HoldLifted;
import kontor.contracts.order.ChangeEvent.OrderPutOnHold;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import kontor.order.lifecycle.Order.Absent;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Ended;

/**
 * What a marketplace says of an order. It tells how much is cancelled and paid back by now, whoever
 * decided that, so only what is not in our books yet is decided here.
 */
final class SaleDecider {

  private static final CancelledBy BY = CancelledBy.MARKETPLACE;

  private SaleDecider() {}

  /** Its money is sure and its units are the buyer's in any case: it is confirmed at once. */
  static List<OrderEvent> take(Order order, OrderPlaced placed, String provider, Instant now) {
    if (!(order instanceof Absent)) {
      return List.of();
    }
    OrderId id = placed.order();
    String payment = provider + "-" + id;
    return List.of(
        placed,
        new PaymentAuthorised(id, provider, payment, placed.totals().grand()),
        new OrderConfirmed(id, now));
  }

  /**
   * Units that are not cancelled here yet are. Those that are packed already cannot be: then the
   * order is put on hold.
   *
   * @param there units that are cancelled so far, by the marketplace's id of the line
   */
  static List<OrderEvent> cancelled(Order order, Map<String, Integer> there, Instant now) {
    if (!(order instanceof Confirmed taken)) {
      return List.of();
    }
    List<LineUnits> units = new ArrayList<>();
    List<String> packed = new ArrayList<>();
    for (OrderLine line : taken.lines()) {
      int here = taken.goods().cancelled().getOrDefault(line.line(), 0);
      int more = there.getOrDefault(String.valueOf(line.externalLineId()), 0) - here;
      int possible = Math.min(more, taken.goods().open(line));
      if (possible > 0) {
        units.add(new LineUnits(line.line(), line.sku(), new Quantity(possible)));
      }
      if (more > Math.max(possible, 0)) {
        packed.add(more - Math.max(possible, 0) + " × " + line.sku());
      }
    }
    List<OrderEvent> decided = new ArrayList<>();
    if (!units.isEmpty()) {
      String name = "marketplace-" + (taken.goods().cancellations().size() + 1);
      decided.addAll(
          OrderDecider.cancelLines(order, name, units, BY, "cancelled by the marketplace", now));
    }
    if (!packed.isEmpty()) {
      decided.addAll(
          hold(
              after(order, decided),
              "cancelled by the marketplace, but packed: " + String.join(", ", packed),
              now));
    }
    return decided;
  }

  private static Order after(Order order, List<OrderEvent> decided) {
    Order now = order;
    for (OrderEvent event : decided) {
      now = Order.evolve(now, event);
    }
    return now;
  }

  /** Its goods stay here until the marketplace says more, or somebody here lifts the hold. */
  static List<OrderEvent> hold(Order order, String reason, Instant now) {
    return order instanceof Confirmed taken && taken.stage() == Stage.OPEN
        ? List.of(new OrderPutOnHold(taken.placed().order(), reason, now, BY))
        : List.of();
  }

  /** What somebody here has put on hold stays so. */
  static List<OrderEvent> liftHold(Order order, Instant now) {
    return order instanceof Confirmed taken
            && taken.stage() == Stage.ON_HOLD
            && taken.heldBy() == BY
        ? List.of(new HoldLifted(taken.placed().order(), now))
        : List.of();
  }

  /**
   * The buyer got money back that is not in the books yet. For cancelled units nothing was ever
   * charged here; what went back before the goods have left came in with it, since the marketplace
   * has had the buyer's money from the beginning.
   *
   * @param total what went back so far
   */
  static List<OrderEvent> refunded(Order order, String provider, Money total, Instant now) {
    if (!(order instanceof Confirmed) && !(order instanceof Ended)) {
      return List.of();
    }
    Books books = Order.books(order);
    Money back = total.minus(books.reduced()).minus(books.refunded());
    Money missing = back.minus(books.balance());
    if (order instanceof Ended && missing.compareTo(Money.zero(total.currency())) > 0) {
      back = books.balance(); // nothing was charged for what never left
      missing = Money.zero(total.currency());
    }
    if (back.isZero() || back.isNegative()) {
      return List.of();
    }
    OrderId id = Order.placed(order).order();
    String name = "marketplace-" + total.minor();
    List<OrderEvent> decided = new ArrayList<>();
    if (!missing.isZero() && !missing.isNegative()) {
      decided.add(new OrderPaid(id, provider, provider + "-" + id, name, missing, now));
    }
    decided.add(new OrderRefunded(id, provider, name, back, now, BY));
    return decided;
  }

  /** The buyer's right, for which no reason is needed: the marketplace has granted it. */
  static List<OrderEvent> announced(
      Order order, String returnId, Map<String, Integer> there, Instant now) {
    if (!(order instanceof Confirmed taken)) {
      return List.of();
    }
    List<LineUnits> units = new ArrayList<>();
    for (OrderLine line : taken.lines()) {
      int back = there.getOrDefault(String.valueOf(line.externalLineId()), 0);
      if (back > 0) {
        units.add(new LineUnits(line.line(), line.sku(), new Quantity(back)));
      }
    }
    return ReturnDecider.announce(order, returnId, ReturnKind.WITHDRAWAL, units, now);
  }
}
