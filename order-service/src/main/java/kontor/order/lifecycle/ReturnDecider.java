package kontor.order.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.order.ReturnEvent.ReturnAnnounced;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import kontor.contracts.order.ReturnEvent.ReturnReceived;
import kontor.contracts.order.ReturnEvent.ReturnWithdrawn;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Returns.Rma;
import kontor.order.lifecycle.Returns.RmaState;

/** How goods come back. What comes too late, or again, decides nothing. */
public final class ReturnDecider {

  private ReturnDecider() {}

  /** The buyer will send units back; no more of a line than have left the house. */
  public static List<OrderEvent> announce(
      Order order, String rma, ReturnKind kind, List<LineUnits> units, Instant now) {
    return order instanceof Confirmed taken
            && taken.returns().find(rma).isEmpty()
            && returnable(taken, rma, units)
        ? List.of(new ReturnAnnounced(taken.placed().order(), rma, kind, units, now))
        : List.of();
  }

  /** The parcel is here; it was not opened yet. */
  public static List<OrderEvent> receive(Order order, String rma, Instant now) {
    return in(order, rma, RmaState.ANNOUNCED)
        .<List<OrderEvent>>map(id -> List.of(new ReturnReceived(id, rma, now)))
        .orElse(List.of());
  }

  /** Nothing comes back after all. */
  public static List<OrderEvent> withdraw(Order order, String rma, String reason, Instant now) {
    return in(order, rma, RmaState.ANNOUNCED)
        .<List<OrderEvent>>map(id -> List.of(new ReturnWithdrawn(id, rma, reason, now)))
        .orElse(List.of());
  }

  private static Optional<OrderId> in(Order order, String rma, RmaState state) {
    return order instanceof Confirmed taken
            && taken.returns().find(rma).filter(r -> r.state() == state).isPresent()
        ? Optional.of(taken.placed().order())
        : Optional.empty();
  }

  /**
   * The goods were looked at: for each line, fit to be sold or not. What was not announced is taken
   * back as goodwill. An RMA is settled once.
   */
  public static List<OrderEvent> takeBack(
      Order order, String rma, List<ReturnedLine> lines, Instant now) {
    if (!(order instanceof Confirmed taken)) {
      return List.of();
    }
    List<LineUnits> units = units(lines);
    Optional<Rma> known = taken.returns().find(rma);
    if (known.filter(r -> !r.state().open()).isPresent() || !returnable(taken, rma, units)) {
      return List.of();
    }
    ReturnKind kind = known.map(Rma::kind).orElse(ReturnKind.GOODWILL);
    Money due = LineValues.returned(taken, units).plus(shippingDue(taken, kind, units));
    return List.of(new OrderReturned(taken.placed().order(), rma, lines, due, now));
  }

  static List<LineUnits> units(List<ReturnedLine> lines) {
    return lines.stream()
        .map(line -> new LineUnits(line.line(), line.sku(), line.quantity()))
        .toList();
  }

  private static boolean returnable(Confirmed order, String rma, List<LineUnits> units) {
    return LineValues.wellFormed(units)
        && units.stream()
            .allMatch(
                one ->
                    LineValues.line(order, one)
                        .filter(line -> one.quantity().value() <= left(order, rma, line))
                        .isPresent());
  }

  private static int left(Confirmed order, String rma, OrderLine line) {
    return order.goods().shipped(line.line()) - order.returns().claimed(line.line(), rma);
  }

  /**
   * Who withdraws from the whole contract gets the charge for shipping back as well (§ 357 (2)
   * BGB); our rule: with the return after which nothing of the order is left.
   */
  private static Money shippingDue(Confirmed order, ReturnKind kind, List<LineUnits> units) {
    Money shipping = order.placed().totals().shipping();
    boolean everything =
        order.lines().stream().allMatch(line -> kept(order, line) == in(units, line));
    return kind == ReturnKind.WITHDRAWAL && everything ? shipping : Money.zero(shipping.currency());
  }

  private static int kept(Confirmed order, OrderLine line) {
    return line.quantity().value()
        - order.goods().cancelled().getOrDefault(line.line(), 0)
        - order.returns().returned(line.line());
  }

  private static int in(List<LineUnits> units, OrderLine line) {
    return units.stream()
        .filter(one -> one.line() == line.line())
        .mapToInt(one -> one.quantity().value())
        .sum();
  }
}
