package kontor.order.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Goods.ParcelState;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Placed;
import kontor.order.lifecycle.Returns.Rma;
import kontor.order.lifecycle.Returns.RmaState;

/**
 * What an order waits for, until when, and what happens then. Worked out from the order alone, so
 * that nothing is forgotten by a restart.
 */
public final class Deadlines {

  private final DeadlineRules rules;

  public Deadlines(DeadlineRules rules) {
    this.rules = rules;
  }

  /** The next moment at which {@link #pass} decides something by itself. */
  public Optional<Instant> next(Order order) {
    if (order instanceof Placed open) {
      return until(open);
    }
    return order instanceof Confirmed taken
        ? Stream.concat(stage(taken).stream(), returns(taken)).min(Instant::compareTo)
        : Optional.empty();
  }

  /** What happens since time has passed; nothing before a deadline, or after something came. */
  public List<OrderEvent> pass(Order order, Instant now) {
    if (order instanceof Placed open) {
      boolean early = until(open).filter(at -> !now.isBefore(at)).isEmpty();
      return early ? List.of() : overdue(open, now);
    }
    if (!(order instanceof Confirmed taken)) {
      return List.of();
    }
    for (Map.Entry<String, Rma> rma : new TreeMap<>(taken.returns().rmas()).entrySet()) {
      if (awaited(rma.getValue()) && !now.isBefore(arrival(rma.getValue()))) {
        return ReturnDecider.withdraw(order, rma.getKey(), "nothing came back in time", now);
      }
    }
    boolean early = stage(taken).filter(at -> !now.isBefore(at)).isEmpty();
    return early ? List.of() : stagePassed(taken, now);
  }

  /** None for what a marketplace has sold: it may reach us late, and is refused by nobody here. */
  private Optional<Instant> until(Placed order) {
    if (order.placed().alreadySold()) {
      return Optional.empty();
    }
    return Optional.of(
        order.request() == null
            ? order.placed().placedAt().plus(rules.stock())
            : order.request().dueAt());
  }

  private static List<OrderEvent> overdue(Placed order, Instant now) {
    return order.request() == null
        ? OrderDecider.reject(
            order, RejectionReason.RESERVATION_EXPIRED, "stock did not answer in time", now)
        : OrderDecider.reject(
            order, RejectionReason.PAYMENT_OVERDUE, "the payment did not come in time", now);
  }

  private Optional<Instant> stage(Confirmed order) {
    return switch (order.stage()) {
      case SHIPPED -> Optional.of(order.since().plus(rules.delivery()));
      case DELIVERED ->
          order.returns().anyOpen()
              ? Optional.empty()
              : Optional.of(rules.withdrawalEnds(order.since()));
      case OPEN, ON_HOLD, COMPLETED -> Optional.empty();
    };
  }

  /** The carrier said nothing: the parcels count as delivered. Or the time to withdraw is over. */
  private List<OrderEvent> stagePassed(Confirmed order, Instant now) {
    if (order.stage() == Stage.DELIVERED) {
      return ParcelDecider.complete(order, rules.withdrawalEnds(order.since()), now);
    }
    List<OrderEvent> decided = new ArrayList<>();
    Order state = order;
    for (Parcel parcel : order.goods().parcels()) {
      if (parcel.state() == ParcelState.SHIPPED) {
        List<OrderEvent> arrived = ParcelDecider.deliver(state, parcel.id(), now);
        for (OrderEvent event : arrived) {
          state = Order.evolve(state, event);
        }
        decided.addAll(arrived);
      }
    }
    return decided;
  }

  private Stream<Instant> returns(Confirmed order) {
    return order.returns().rmas().values().stream().filter(Deadlines::awaited).map(this::arrival);
  }

  private static boolean awaited(Rma rma) {
    return rma.state() == RmaState.ANNOUNCED;
  }

  private Instant arrival(Rma rma) {
    return rma.since().plus(rules.returning());
  }
}
