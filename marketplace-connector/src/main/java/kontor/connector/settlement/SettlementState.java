package kontor.connector.settlement;

import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.settlement.SettlementEvent;
import kontor.contracts.settlement.SettlementEvent.AccountCharged;
import kontor.contracts.settlement.SettlementEvent.Movement;
import kontor.contracts.settlement.SettlementEvent.OrderSettled;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;

/** How much of a settlement is booked. */
public sealed interface SettlementState {

  /**
   * Some of it, or nothing yet.
   *
   * @param events how many, of those that the whole settlement has in its order
   * @param minor what their movements come to, in minor units
   */
  record Open(int events, long minor) implements SettlementState {

    static final Open NOTHING = new Open(0, 0);

    private Open with(List<Movement> movements) {
      return new Open(events + 1, Math.addExact(minor, sum(movements)));
    }
  }

  /** All of it. */
  record Booked(Money payout) implements SettlementState {}

  /** Never refuses: it happened. */
  static SettlementState evolve(SettlementState state, SettlementEvent event) {
    if (event instanceof PayoutReported e) {
      return new Booked(e.total());
    }
    return state instanceof Open open ? open.with(movements(event)) : state;
  }

  /** Those that the event tells; a payout tells none. */
  static List<Movement> movements(SettlementEvent event) {
    if (event instanceof OrderSettled e) {
      return e.movements();
    }
    if (event instanceof AccountCharged e) {
      return e.movements();
    }
    if (event instanceof PayoutReported) {
      return List.of();
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private static long sum(List<Movement> movements) {
    return movements.stream().mapToLong(one -> one.amount().minor()).reduce(0, Math::addExact);
  }
}
