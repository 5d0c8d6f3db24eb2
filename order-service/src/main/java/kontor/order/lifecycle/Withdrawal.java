package kontor.order.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Placed;

/**
 * A consumer withdraws from the contract (§ 355 BGB): what is still here is cancelled, what has
 * left is announced as a return. Possible from the order until the end of the withdrawal period.
 */
public final class Withdrawal {

  static final String REASON = "withdrawal";

  private final DeadlineRules rules;

  public Withdrawal(DeadlineRules rules) {
    this.rules = rules;
  }

  /**
   * Until when it is possible (exclusive); without an end while not all is delivered, and empty
   * when it is too late or there is nothing to withdraw from.
   */
  public Optional<Instant> until(Order order, Instant now) {
    if (order instanceof Placed) {
      return Optional.of(Instant.MAX);
    }
    if (!(order instanceof Confirmed taken) || taken.stage() == Stage.COMPLETED) {
      return Optional.empty();
    }
    Instant end =
        taken.stage() == Stage.DELIVERED ? rules.withdrawalEnds(taken.since()) : Instant.MAX;
    return now.isBefore(end) && !affected(taken).isEmpty() ? Optional.of(end) : Optional.empty();
  }

  /** Units that a withdrawal concerns: not cancelled, and not on their way back. */
  public List<LineUnits> affected(Confirmed order) {
    List<LineUnits> units = new ArrayList<>(order.goods().rest(order.lines()));
    units.addAll(shipped(order));
    order.goods().parcels().stream().filter(p -> !p.left()).forEach(p -> units.addAll(p.lines()));
    return units;
  }

  private static List<LineUnits> shipped(Confirmed order) {
    return order.lines().stream()
        .map(
            line ->
                new LineUnits(
                    line.line(),
                    line.sku(),
                    new Quantity(
                        order.goods().shipped(line.line())
                            - order.returns().claimed(line.line(), ""))))
        .filter(units -> !units.quantity().isZero())
        .toList();
  }

  /**
   * The events of a withdrawal from the whole order; none when it is not possible.
   *
   * @param name of the cancellation and of the return that it becomes
   */
  public List<OrderEvent> declare(Order order, String name, Instant now) {
    if (until(order, now).isEmpty()) {
      return List.of();
    }
    List<OrderEvent> whole = OrderDecider.cancel(order, CancelledBy.CUSTOMER, REASON, now);
    if (!whole.isEmpty() || !(order instanceof Confirmed taken)) {
      return whole;
    }
    List<OrderEvent> decided =
        new ArrayList<>(
            OrderDecider.cancelLines(
                taken, name, taken.goods().rest(taken.lines()), CancelledBy.CUSTOMER, REASON, now));
    Order then = taken;
    for (OrderEvent event : decided) {
      then = Order.evolve(then, event);
    }
    decided.addAll(ReturnDecider.announce(then, name, ReturnKind.WITHDRAWAL, shipped(taken), now));
    return decided;
  }
}
