package kontor.order.lifecycle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kontor.contracts.OrderId;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.eventstore.Origin;

/**
 * Takes over what was sold on a marketplace: the same sale is the same order, however often told.
 */
public final class MarketplaceOrders {

  private final Orders orders;
  private final OrderNumbers numbers;
  private final SoldLines sold;
  private final Clock clock;

  public MarketplaceOrders(Orders orders, OrderNumbers numbers, SoldLines sold, Clock clock) {
    this.orders = orders;
    this.numbers = numbers;
    this.sold = sold;
    this.clock = clock;
  }

  public void on(MarketplaceOrderEvent event, Origin origin) {
    OrderId id = OrderId.ofSale(event.channel(), event.account(), event.externalId());
    if (event instanceof MarketplaceOrderReceived received) {
      if (orders.find(id) instanceof Order.Absent) {
        OrderPlaced placed = placed(id, received);
        orders.decides(id, origin, order -> OrderDecider.place(order, placed));
      }
    } else if (event instanceof MarketplaceOrderCancelled) {
      orders.decides(
          id,
          origin,
          order ->
              OrderDecider.cancel(
                  order, CancelledBy.MARKETPLACE, "cancelled by the marketplace", clock.instant()));
    }
  }

  private OrderPlaced placed(OrderId id, MarketplaceOrderReceived received) {
    SoldLines.Destination destination =
        new SoldLines.Destination(received.country(), received.placedAt(), false);
    List<OrderLine> lines = new ArrayList<>();
    for (MarketplaceLine line : received.lines()) {
      SoldLines.Position position =
          new SoldLines.Position(line.sku(), line.title(), line.quantity(), line.total());
      lines.add(sold.line(lines.size() + 1, line.externalLineId(), position, destination));
    }
    return new OrderPlaced(
        id,
        numbers.next(),
        received.channel(),
        received.account(),
        received.externalId(),
        received.buyer(),
        received.country(),
        lines,
        sold.totals(lines, received.shipping(), destination),
        true,
        received.placedAt());
  }
}
