package kontor.order.lifecycle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.TaxClass;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.eventstore.Origin;
import kontor.order.assortment.Assortment;
import kontor.pricing.tax.ContainedTax;

/**
 * Takes over what was sold on a marketplace: the same sale is the same order, however often told.
 */
public final class MarketplaceOrders {

  private final Orders orders;
  private final OrderNumbers numbers;
  private final Assortment assortment;
  private final ContainedTax taxes;
  private final Clock clock;

  public MarketplaceOrders(
      Orders orders, OrderNumbers numbers, Assortment assortment, ContainedTax taxes, Clock clock) {
    this.orders = orders;
    this.numbers = numbers;
    this.assortment = assortment;
    this.taxes = taxes;
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
    List<OrderLine> lines = new ArrayList<>();
    Money none = Money.zero(received.total().currency());
    for (MarketplaceLine line : received.lines()) {
      lines.add(line(lines.size() + 1, line, received));
    }
    Money goods =
        lines.stream()
            .map(l -> l.unitPrice().times(l.quantity().value()))
            .reduce(none, Money::plus);
    Money paid = lines.stream().map(OrderLine::total).reduce(none, Money::plus);
    Money tax = lines.stream().map(OrderLine::tax).reduce(none, Money::plus);
    Money shippingTax =
        taxes.contained(
            received.shipping(), received.country(), TaxClass.STANDARD, received.placedAt());
    OrderTotals totals =
        new OrderTotals(
            goods,
            goods.minus(paid),
            received.shipping(),
            tax.plus(shippingTax),
            paid.plus(received.shipping()));
    return new OrderPlaced(
        id,
        numbers.next(),
        received.channel(),
        received.account(),
        received.externalId(),
        received.buyer(),
        received.country(),
        lines,
        totals,
        true,
        received.placedAt());
  }

  /** The unit price is rounded up to whole cents; what that adds is taken off as a discount. */
  private OrderLine line(int number, MarketplaceLine line, MarketplaceOrderReceived received) {
    TaxClass taxClass =
        assortment.find(line.sku()).map(o -> o.article().taxClass()).orElse(TaxClass.STANDARD);
    Quantity quantity = line.quantity();
    long unit = -Math.floorDiv(-line.total().minor(), (long) quantity.value());
    Money unitPrice = new Money(unit, line.total().currency());
    return new OrderLine(
        number,
        line.externalLineId(),
        line.sku(),
        line.title(),
        quantity,
        unitPrice,
        unitPrice.times(quantity.value()).minus(line.total()),
        line.total(),
        taxes.rate(received.country(), taxClass, received.placedAt()),
        taxes.contained(line.total(), received.country(), taxClass, received.placedAt()));
  }
}
