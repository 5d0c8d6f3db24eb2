package kontor.order.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import kontor.contracts.OrderId;
import kontor.contracts.marketplace.AfterSaleEvent;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequestClosed;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequested;
import kontor.contracts.marketplace.AfterSaleEvent.ReturnReported;
import kontor.contracts.marketplace.AfterSaleEvent.SaleRefunded;
import kontor.contracts.marketplace.AfterSaleEvent.UnitsCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.SoldUnits;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.eventstore.Origin;
import kontor.order.payment.MarketplacePayment;

/**
 * Takes over what was sold on a marketplace: the same sale is the same order, however often told.
 */
public final class MarketplaceOrders {

  private static final String PROVIDER = MarketplacePayment.NAME;

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

  /** Of a sale that waits for its money, or that the marketplace ships, there is no order. */
  public void on(MarketplaceOrderEvent event, Origin origin) {
    OrderId id = OrderId.ofSale(event.channel(), event.account(), event.externalId());
    if (event instanceof MarketplaceOrderReceived received) {
      if (orders.find(id) instanceof Order.Absent) {
        OrderPlaced placed = placed(id, received);
        decide(id, origin, (order, now) -> SaleDecider.take(order, placed, PROVIDER, now));
      }
    } else if (event instanceof MarketplaceOrderCancelled) {
      decide(
          id,
          origin,
          (order, now) ->
              OrderDecider.cancel(
                  order, CancelledBy.MARKETPLACE, "cancelled by the marketplace", now));
    } else if (event instanceof AfterSaleEvent later) {
      after(id, later, origin);
    }
  }

  private void after(OrderId id, AfterSaleEvent event, Origin origin) {
    if (event instanceof UnitsCancelled e) {
      decide(id, origin, (order, now) -> SaleDecider.cancelled(order, units(e.lines()), now));
    } else if (event instanceof CancellationRequested e) {
      String reason = "the buyer wants to cancel: " + e.reason();
      decide(id, origin, (order, now) -> SaleDecider.hold(order, reason, now));
    } else if (event instanceof CancellationRequestClosed) {
      decide(id, origin, SaleDecider::liftHold);
    } else if (event instanceof SaleRefunded e) {
      decide(id, origin, (order, now) -> SaleDecider.refunded(order, PROVIDER, e.total(), now));
    } else if (event instanceof ReturnReported e) {
      Map<String, Integer> units = units(e.lines());
      decide(id, origin, (order, now) -> SaleDecider.announced(order, e.returnId(), units, now));
    }
  }

  private void decide(
      OrderId id, Origin origin, BiFunction<Order, Instant, List<OrderEvent>> rule) {
    orders.decides(id, origin, order -> rule.apply(order, clock.instant()));
  }

  private static Map<String, Integer> units(List<SoldUnits> lines) {
    return lines.stream()
        .collect(
            Collectors.toMap(
                SoldUnits::externalLineId, line -> line.quantity().value(), Integer::sum));
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
