package kontor.connector.sale;

import java.util.List;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.State;
import kontor.connector.sale.Sale.Cancelled;
import kontor.connector.sale.Sale.Open;
import kontor.connector.sale.Sale.Shipped;
import kontor.connector.sale.Sale.Unknown;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;

/** The rules of a sale on a marketplace: it is taken over once, however often it is reported. */
public final class SaleDecider {

  private SaleDecider() {}

  /** A sale that was cancelled before we heard of it, or still waits for its money, is none yet. */
  public static List<MarketplaceOrderEvent> report(
      Sale sale, MarketplaceChannel channel, ReportedOrder reported, CustomerId buyer) {
    if (sale instanceof Unknown && reported.state() == State.PAID) {
      return List.of(
          new MarketplaceOrderReceived(
              channel.id(),
              channel.account().name(),
              reported.externalId(),
              buyer,
              reported.country(),
              reported.lines(),
              reported.shipping(),
              reported.total(),
              reported.placedAt()));
    }
    if (sale instanceof Open && reported.state() == State.CANCELLED) {
      return List.of(
          new MarketplaceOrderCancelled(
              channel.id(), channel.account().name(), reported.externalId(), reported.changed()));
    }
    return List.of();
  }

  /** The marketplace knows of a parcel; each counts once. */
  public static List<MarketplaceOrderEvent> shipmentConfirmed(
      Sale sale, OrderId order, String fulfilmentId) {
    boolean known = sale instanceof Shipped shipped && shipped.fulfilments().contains(fulfilmentId);
    return known || sale instanceof Cancelled
        ? List.of()
        : Sale.received(sale)
            .<List<MarketplaceOrderEvent>>map(
                received ->
                    List.of(
                        new ShipmentConfirmed(
                            received.channel(),
                            received.account(),
                            received.externalId(),
                            order,
                            fulfilmentId)))
            .orElse(List.of());
  }
}
