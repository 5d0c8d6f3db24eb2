package kontor.connector.settlement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.connector.channel.Account;
import kontor.connector.channel.FeeReports.SettledAmount;
import kontor.connector.channel.FeeReports.Settlement;
import kontor.connector.settlement.SettlementState.Booked;
import kontor.connector.settlement.SettlementState.Open;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.settlement.SettlementEvent;
import kontor.contracts.settlement.SettlementEvent.AccountCharged;
import kontor.contracts.settlement.SettlementEvent.KindSum;
import kontor.contracts.settlement.SettlementEvent.Movement;
import kontor.contracts.settlement.SettlementEvent.MovementKind;
import kontor.contracts.settlement.SettlementEvent.OrderSettled;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;

/**
 * Books a settlement: what it says of each order, what it says of the account, and at last its
 * payout. A settlement may have ten thousand orders, more than one commit can hold, so it is booked
 * in parts; asking until nothing is decided any more books all of it, also after a crash.
 */
final class SettlementDecider {

  /** Events of one commit: a few hundred kilobytes. */
  static final int MOST_EVENTS = 500;

  /** Movements of one event: far less than a message may have. */
  static final int MOST_MOVEMENTS = 500;

  private SettlementDecider() {}

  /**
   * The next part; nothing if all is booked.
   *
   * @throws IllegalArgumentException with the reason, for a person: it does not add up, or was
   *     booked with another payout
   */
  static List<SettlementEvent> book(SettlementState state, Account account, Settlement settlement) {
    check(settlement);
    if (state instanceof Booked booked) {
      if (!booked.payout().equals(settlement.payout())) {
        throw new IllegalArgumentException(
            "was booked with %s, and now is %s".formatted(booked.payout(), settlement.payout()));
      }
      return List.of();
    }
    List<SettlementEvent> all = events(account, settlement);
    all.add(payout(account, settlement));
    return next((Open) state, all);
  }

  private static void check(Settlement settlement) {
    Money sum = Money.zero(settlement.payout().currency());
    Set<String> ids = new HashSet<>();
    for (SettledAmount one : settlement.movements()) {
      sum = sum.plus(one.amount());
      if (!ids.add(one.id())) {
        throw new IllegalArgumentException("the movement " + one.id() + " is in it twice");
      }
    }
    if (!sum.equals(settlement.payout())) {
      throw new IllegalArgumentException(
          "the movements add up to %s, the payout is %s".formatted(sum, settlement.payout()));
    }
  }

  /**
   * A report says the same for ever, so what is booked are the first ones; that is made sure of.
   */
  private static List<SettlementEvent> next(Open state, List<SettlementEvent> all) {
    SettlementState same = Open.NOTHING;
    for (SettlementEvent event : all.subList(0, Math.min(state.events(), all.size()))) {
      same = SettlementState.evolve(same, event);
    }
    if (!same.equals(state)) {
      throw new IllegalArgumentException("was booked in part, with other amounts than it has now");
    }
    int end = Math.min(state.events() + MOST_EVENTS, all.size());
    return List.copyOf(all.subList(state.events(), end));
  }

  private static List<SettlementEvent> events(Account account, Settlement settlement) {
    Map<String, List<Movement>> byOrder = new LinkedHashMap<>();
    List<Movement> ofAccount = new ArrayList<>();
    for (SettledAmount one : settlement.movements()) {
      one.externalId()
          .map(order -> byOrder.computeIfAbsent(order, id -> new ArrayList<>()))
          .orElse(ofAccount)
          .add(movement(one));
    }
    List<SettlementEvent> events = new ArrayList<>();
    byOrder.forEach(
        (order, movements) ->
            parts(movements)
                .forEach(part -> events.add(settled(account, settlement, order, part))));
    parts(ofAccount)
        .forEach(
            part ->
                events.add(
                    new AccountCharged(account.channel(), account.name(), settlement.id(), part)));
    return events;
  }

  private static SettlementEvent settled(
      Account account, Settlement settlement, String externalId, List<Movement> movements) {
    OrderId order = OrderId.ofSale(account.channel(), account.name(), externalId);
    return new OrderSettled(
        account.channel(), account.name(), settlement.id(), externalId, order, movements);
  }

  private static List<List<Movement>> parts(List<Movement> movements) {
    List<List<Movement>> parts = new ArrayList<>();
    for (int from = 0; from < movements.size(); from += MOST_MOVEMENTS) {
      parts.add(movements.subList(from, Math.min(movements.size(), from + MOST_MOVEMENTS)));
    }
    return parts;
  }

  private static Movement movement(SettledAmount one) {
    return new Movement(
        one.id(),
        one.kind(),
        one.externalLineId().orElse(null),
        one.amount(),
        one.words(),
        one.at());
  }

  private static PayoutReported payout(Account account, Settlement settlement) {
    Map<MovementKind, Money> sums = new EnumMap<>(MovementKind.class);
    settlement.movements().forEach(one -> sums.merge(one.kind(), one.amount(), Money::plus));
    return new PayoutReported(
        account.channel(),
        account.name(),
        settlement.id(),
        settlement.from(),
        settlement.until(),
        settlement.payout(),
        sums.entrySet().stream().map(sum -> new KindSum(sum.getKey(), sum.getValue())).toList(),
        settlement.depositedAt());
  }
}
