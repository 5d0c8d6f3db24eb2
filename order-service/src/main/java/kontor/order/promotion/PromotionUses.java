package kontor.order.promotion;

import java.time.Instant;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.promotion.PromotionUseEvent.UseReturned;
import kontor.contracts.promotion.PromotionUseEvent.UseTaken;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The uses of one promotion that are not free: as its stream tells, so that they can be counted
 * anew at any time.
 *
 * @param uses by order
 * @param ofCustomer how many of them are a customer's; who has none is absent
 * @param lastTakenAt when there was one more; absent: never
 */
public record PromotionUses(
    PromotionId promotion,
    PMap<OrderId, Use> uses,
    PMap<String, Integer> ofCustomer,
    @Nullable Instant lastTakenAt) {

  /**
   * One use.
   *
   * @param customer opaque: an account's id, or what stands for a guest's e-mail address
   * @param heldUntil when it is given back if its order was not placed
   * @param attempts how many checkouts of the order have asked for it
   */
  public record Use(String customer, Instant heldUntil, int attempts) {}

  static PromotionUses none(PromotionId promotion) {
    return new PromotionUses(promotion, HashTreePMap.empty(), HashTreePMap.empty(), null);
  }

  /** How many orders use it. */
  public int count() {
    return uses.size();
  }

  boolean has(OrderId order) {
    return uses.containsKey(order);
  }

  int count(String customer) {
    return ofCustomer.getOrDefault(customer, 0);
  }

  /** Never refuses: it happened. */
  static PromotionUses evolve(PromotionUses state, PromotionUseEvent event) {
    if (event instanceof UseTaken e) {
      return state.taken(e);
    }
    if (event instanceof UseReturned e) {
      return state.returned(e.order());
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  private PromotionUses taken(UseTaken event) {
    Use before = uses.get(event.order());
    if (before != null) {
      Instant until =
          event.heldUntil().isAfter(before.heldUntil()) ? event.heldUntil() : before.heldUntil();
      Use longer = new Use(before.customer(), until, before.attempts() + 1);
      return new PromotionUses(
          promotion, uses.plus(event.order(), longer), ofCustomer, lastTakenAt);
    }
    String customer = event.customer();
    return new PromotionUses(
        promotion,
        uses.plus(event.order(), new Use(customer, event.heldUntil(), 1)),
        ofCustomer.plus(customer, count(customer) + 1),
        event.takenAt());
  }

  private PromotionUses returned(OrderId order) {
    Use gone = uses.get(order);
    if (gone == null) {
      return this;
    }
    int left = count(gone.customer()) - 1;
    return new PromotionUses(
        promotion,
        uses.minus(order),
        left == 0 ? ofCustomer.minus(gone.customer()) : ofCustomer.plus(gone.customer(), left),
        lastTakenAt);
  }
}
