package kontor.contracts.promotion;

import java.time.Instant;
import kontor.contracts.EventType;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import org.jspecify.annotations.Nullable;

/**
 * The uses of promotions that have a limit of them. Topic {@code promotion-uses}, keyed by
 * promotion id.
 */
public sealed interface PromotionUseEvent {

  PromotionId promotion();

  OrderId order();

  /**
   * One use is an order's. Told again, with a later {@code heldUntil}, when the checkout of that
   * order is repeated: it stays one use.
   *
   * @param customer who uses it: the account's id, or for a guest an opaque id that stands for his
   *     e-mail address
   * @param usesInAll the limit that held at that moment, this use included; {@code usesPerCustomer}
   *     likewise; none when absent
   * @param heldUntil when it is given back, should the order not be placed by then
   */
  @EventType("kontor.promotion-use.taken.v1")
  record UseTaken(
      PromotionId promotion,
      OrderId order,
      String customer,
      @Nullable Integer usesInAll,
      @Nullable Integer usesPerCustomer,
      Instant heldUntil,
      Instant takenAt)
      implements PromotionUseEvent {}

  /** The order was not placed, or ended before it was shipped: the use is free again. */
  @EventType("kontor.promotion-use.returned.v1")
  record UseReturned(PromotionId promotion, OrderId order, ReturnReason reason, Instant returnedAt)
      implements PromotionUseEvent {}

  /** Why a use is free again. */
  enum ReturnReason {
    /** Its checkout did not come to an order. */
    NOT_ORDERED,
    /** The order was rejected or cancelled as a whole. */
    ORDER_ENDED
  }
}
