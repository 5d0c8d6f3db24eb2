package kontor.order.lifecycle;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderTotals;
import org.jspecify.annotations.Nullable;

/**
 * An order as buyers and managers see it, without personal data.
 *
 * @param settled whether it is known if the order was taken
 * @param reason why it ended, when it was rejected or cancelled
 */
public record OrderSummary(
    OrderId id,
    String number,
    OrderStatus status,
    boolean settled,
    @Nullable String reason,
    ChannelId channel,
    @Nullable String externalId,
    CountryCode country,
    List<OrderLine> lines,
    OrderTotals totals,
    Instant placedAt) {

  public static OrderSummary of(Order order) {
    OrderPlaced placed = Order.placed(order);
    OrderStatus status = OrderStatus.of(order);
    return new OrderSummary(
        placed.order(),
        placed.number(),
        status,
        status.isSettled(),
        reason(order),
        placed.channel(),
        placed.externalId(),
        placed.country(),
        placed.lines(),
        placed.totals(),
        placed.placedAt());
  }

  private static @Nullable String reason(Order order) {
    if (order instanceof Order.Ended ended) {
      if (ended.end() instanceof OrderRejected e) {
        return e.reason() + ": " + e.detail();
      }
      if (ended.end() instanceof OrderCancelled e) {
        return e.reason();
      }
    }
    return null;
  }
}
