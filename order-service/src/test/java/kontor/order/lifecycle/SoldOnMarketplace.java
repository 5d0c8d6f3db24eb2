package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.eur;
import static kontor.order.lifecycle.Lives.then;

import java.util.ArrayList;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;

/** The order of {@link Lives}, sold on a marketplace: its lines are L1 and L2 there. */
final class SoldOnMarketplace {

  private SoldOnMarketplace() {}

  static OrderPlaced event() {
    OrderPlaced shop = Lives.event();
    List<OrderLine> lines = new ArrayList<>();
    for (OrderLine line : shop.lines()) {
      lines.add(
          new OrderLine(
              line.line(),
              "L" + line.line(),
              line.sku(),
              line.title(),
              line.quantity(),
              line.unitPrice(),
              line.discount(),
              line.total(),
              line.taxRate(),
              line.tax()));
    }
    return new OrderPlaced(
        shop.order(),
        shop.number(),
        new ChannelId("amazon-de"),
        "main",
        "303-1",
        shop.customer(),
        shop.country(),
        lines,
        shop.totals(),
        true,
        shop.placedAt());
  }

  static Order sold() {
    return then(new Order.Absent(), order -> SaleDecider.take(order, event(), "marketplace", NOW));
  }

  /** And the money taken for it. */
  static Order shipped() {
    Order left = then(sold(), order -> ParcelDecider.ship(order, "DHL", "1", NOW));
    return then(
        left, order -> MoneyDecider.paid(order, "marketplace", "p", "parcel-1", eur("22.90"), NOW));
  }
}
