package kontor.order.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.promotion.PromotionUseEvent.ReturnReason;
import kontor.contracts.promotion.PromotionUseEvent.UseReturned;
import kontor.contracts.promotion.PromotionUseEvent.UseTaken;
import kontor.order.promotion.PromotionUses.Use;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a promotion once more. A use belongs to an order and counts once, however often it is
 * asked for or given back.
 */
public final class UseDecider {

  private UseDecider() {}

  /**
   * Takes a use for an order. An order that has one keeps it for longer, whatever the limits are by
   * now; a refusal decides nothing, since it would only make a hot stream longer.
   */
  public static List<PromotionUseEvent> take(PromotionUses state, UseTaken wanted) {
    boolean refused =
        refusal(
                state,
                new UseLimits(wanted.usesInAll(), wanted.usesPerCustomer()),
                wanted.order(),
                wanted.customer())
            .isPresent();
    return refused ? List.of() : List.of(wanted);
  }

  /**
   * Why an order may not use it.
   *
   * @param order absent: it is not known yet
   * @param customer absent: it is not known yet who he is
   */
  static Optional<UseRefusal> refusal(
      PromotionUses state, UseLimits limits, @Nullable OrderId order, @Nullable String customer) {
    if (order != null && state.has(order)) {
      return Optional.empty();
    }
    if (customer != null
        && limits.perCustomer() != null
        && state.count(customer) >= limits.perCustomer()) {
      return Optional.of(UseRefusal.USED_BY_CUSTOMER);
    }
    return limits.inAll() != null && state.count() >= limits.inAll()
        ? Optional.of(UseRefusal.USED_UP)
        : Optional.empty();
  }

  /** The order ended. */
  public static List<PromotionUseEvent> giveBack(PromotionUses state, OrderId order, Instant now) {
    return state.has(order)
        ? List.of(new UseReturned(state.promotion(), order, ReturnReason.ORDER_ENDED, now))
        : List.of();
  }

  /**
   * The checkout that took it did not come to an order. Another checkout of the same order that has
   * asked for it too may yet: its deadline decides.
   *
   * @param heldUntil as this checkout took it
   */
  public static List<PromotionUseEvent> release(
      PromotionUses state, OrderId order, Instant heldUntil, Instant now) {
    Use use = state.uses().get(order);
    boolean mine = use != null && use.attempts() == 1 && use.heldUntil().equals(heldUntil);
    return mine ? notOrdered(state, order, now) : List.of();
  }

  /** There is no such order at the deadline. */
  public static List<PromotionUseEvent> expire(PromotionUses state, OrderId order, Instant now) {
    Use use = state.uses().get(order);
    return use != null && !now.isBefore(use.heldUntil())
        ? notOrdered(state, order, now)
        : List.of();
  }

  private static List<PromotionUseEvent> notOrdered(
      PromotionUses state, OrderId order, Instant now) {
    return List.of(new UseReturned(state.promotion(), order, ReturnReason.NOT_ORDERED, now));
  }
}
