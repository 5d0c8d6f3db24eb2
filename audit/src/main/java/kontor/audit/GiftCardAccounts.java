package kontor.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kontor.contracts.GiftCardId;
import kontor.contracts.OrderId;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardIssued;

/** The money of gift cards, counted anew from their streams, in minor units. */
final class GiftCardAccounts {

  private static final GiftCardMoney NOTHING = new GiftCardMoney();

  private final Map<GiftCardId, Long> balances = new HashMap<>();
  private final Map<GiftCardId, Long> lowest = new HashMap<>();
  private final Map<OrderId, GiftCardMoney> orders = new HashMap<>();

  /**
   * Every event moves money between three places: the card, what it holds for an order, and what
   * the order was paid. So what was issued is always the balance, what is held and what was
   * captured less what was refunded; what can be wrong is that one of them falls below nothing.
   */
  void apply(GiftCardEvent event) {
    long change =
        event instanceof GiftCardIssued e
            ? e.amount().minor()
            : GiftCardMoney.orderOf(event)
                .map(id -> orders.computeIfAbsent(id, o -> new GiftCardMoney()).apply(event))
                .orElse(0L);
    long balance = balances.merge(event.card(), change, Long::sum);
    lowest.merge(event.card(), balance, Math::min);
  }

  /** What is wrong with a card whatever its orders say. */
  List<Violation> wrong(GiftCardId card) {
    long low = lowest.getOrDefault(card, 0L);
    return low >= 0
        ? List.of()
        : List.of(violation("gift card " + card + " had a balance of " + low));
  }

  /** What is wrong with what an order's card did, given what the order says of it. */
  Optional<String> wrong(OrderId order, OrderMoney money, boolean confirmed) {
    GiftCardMoney found = orders.getOrDefault(order, NOTHING);
    if (found.broken()) {
      return Optional.of("its gift card counts a step twice or more than there is: " + found);
    }
    return money.isOnGiftCard(found, confirmed)
        ? Optional.empty()
        : Optional.of("its gift card " + found + ", which is not what it says: " + money);
  }

  /** Cards that were below nothing once, and those that paid what was never ordered. */
  List<Violation> wrong(Predicate<OrderId> placed) {
    List<Violation> wrong = new ArrayList<>();
    balances.keySet().forEach(card -> wrong.addAll(wrong(card)));
    orders.forEach(
        (order, money) -> {
          if (!placed.test(order) && !money.is(0, 0, 0)) {
            wrong.add(violation("order " + order + " was never placed and its gift card " + money));
          }
        });
    return wrong;
  }

  private static Violation violation(String reason) {
    return new Violation(Invariant.GIFT_CARDS, reason);
  }

  void forget(OrderId order) {
    orders.remove(order);
  }
}
