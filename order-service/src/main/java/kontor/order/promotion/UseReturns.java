package kontor.order.promotion;

import java.time.Clock;
import java.util.List;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.eventstore.Origin;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Orders;
import kontor.order.promotion.UseHolds.Hold;

/**
 * Gives back uses of orders that ended before they were shipped, and of checkouts that came to no
 * order. All of it may be repeated.
 */
public final class UseReturns {

  private final LimitedPromotions promotions;
  private final UseHolds holds;
  private final Orders orders;
  private final Clock clock;

  public UseReturns(LimitedPromotions promotions, UseHolds holds, Orders orders, Clock clock) {
    this.promotions = promotions;
    this.holds = holds;
    this.orders = orders;
    this.clock = clock;
  }

  /** An order has moved: one that is rejected or cancelled as a whole uses nothing any more. */
  public void on(OrderEvent event, long version, Origin origin) {
    if (event instanceof OrderRejected || event instanceof OrderCancelled) {
      Order order = orders.at(event.order(), version);
      if (order instanceof Order.Ended ended) {
        giveBack(ended.placed().countedPromotions(), event.order(), origin);
      }
    }
  }

  private void giveBack(List<PromotionId> used, OrderId order, Origin origin) {
    used.forEach(promotion -> promotions.giveBack(promotion, order, origin));
  }

  /**
   * Looks at checkouts whose time is over.
   *
   * @return how many there were
   */
  public int sweep() {
    List<Hold> due = holds.due(clock.instant());
    due.forEach(this::settle);
    return due.size();
  }

  /** What the order does not stand for is given back. */
  private void settle(Hold hold) {
    Order order = orders.find(hold.order());
    Origin origin = Origin.of("order", "uses-" + hold.order());
    for (PromotionId promotion : hold.promotions()) {
      if (order instanceof Order.Absent) {
        promotions.expire(promotion, hold.order(), origin);
      } else if (!stands(order, promotion)) {
        promotions.giveBack(promotion, hold.order(), origin);
      }
    }
    holds.done(hold);
  }

  private static boolean stands(Order order, PromotionId promotion) {
    OrderPlaced placed = Order.placed(order);
    return !(order instanceof Order.Ended) && placed.countedPromotions().contains(promotion);
  }
}
