package kontor.order.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderDiscount;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentRequested;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Placed;
import kontor.order.lifecycle.Returns.Rma;
import org.jspecify.annotations.Nullable;

/**
 * An order as buyers and managers see it, without personal data.
 *
 * @param settled whether it is known if the order was taken, or what the buyer has to do
 * @param reason why it ended, when it was rejected or cancelled
 * @param payment what the buyer is asked to pay before it is taken
 * @param cancelled units per line that will not be shipped
 * @param returns by RMA number
 * @param exchange the return that it replaces; absent for most orders
 * @param promotions what was taken off when it was placed, whatever became of it
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
    Instant placedAt,
    @Nullable PaymentDue payment,
    Money paid,
    Money refunded,
    Map<Integer, Integer> cancelled,
    List<Parcel> parcels,
    Map<String, Rma> returns,
    @Nullable ExchangeOf exchange,
    List<OrderDiscount> promotions) {

  /**
   * @param reference what the buyer writes on the transfer
   * @param until when the order ends without it
   */
  public record PaymentDue(String provider, String reference, Money amount, Instant until) {

    static @Nullable PaymentDue of(Order order) {
      if (!(order instanceof Placed open) || open.request() == null) {
        return null;
      }
      PaymentRequested asked = open.request();
      Money rest = asked.amount().minus(open.books().captured());
      return new PaymentDue(asked.provider(), asked.reference(), rest, asked.dueAt());
    }
  }

  public static OrderSummary of(Order order) {
    OrderPlaced placed = Order.placed(order);
    OrderStatus status = OrderStatus.of(order);
    Books books = Order.books(order);
    Goods goods = order instanceof Confirmed taken ? taken.goods() : Goods.NONE;
    Returns returns = order instanceof Confirmed taken ? taken.returns() : Returns.NONE;
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
        placed.placedAt(),
        PaymentDue.of(order),
        books.captured(),
        books.refunded(),
        goods.cancelled(),
        goods.parcels(),
        new TreeMap<>(returns.rmas()),
        placed.exchange(),
        placed.promotions() == null ? List.of() : placed.promotions());
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
