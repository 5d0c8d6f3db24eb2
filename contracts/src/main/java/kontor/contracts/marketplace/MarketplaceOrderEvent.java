package kontor.contracts.marketplace;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;

/**
 * What a marketplace says of one sale. Topic {@code marketplace-orders}, keyed by channel, account
 * and external id.
 */
public sealed interface MarketplaceOrderEvent {

  ChannelId channel();

  String account();

  String externalId();

  /**
   * A buyer bought there and paid. Amounts are in the order's currency, VAT included.
   *
   * @param buyer opaque: the marketplace's name for the buyer is kept by the connector alone
   */
  @EventType("kontor.marketplace-order.received.v1")
  record MarketplaceOrderReceived(
      ChannelId channel,
      String account,
      String externalId,
      CustomerId buyer,
      CountryCode country,
      List<MarketplaceLine> lines,
      Money shipping,
      Money total,
      Instant placedAt)
      implements MarketplaceOrderEvent {

    public MarketplaceOrderReceived {
      lines = List.copyOf(lines);
    }
  }

  /** The marketplace ended the sale before it was shipped. */
  @EventType("kontor.marketplace-order.cancelled.v1")
  record MarketplaceOrderCancelled(
      ChannelId channel, String account, String externalId, Instant cancelledAt)
      implements MarketplaceOrderEvent {}

  /** The marketplace has taken note of our shipment. */
  @EventType("kontor.marketplace-order.shipment-confirmed.v1")
  record ShipmentConfirmed(
      ChannelId channel, String account, String externalId, OrderId order, String fulfilmentId)
      implements MarketplaceOrderEvent {}

  /** One article of the sale; {@code total} is for all units of it. */
  record MarketplaceLine(
      String externalLineId, Sku sku, String title, Quantity quantity, Money total) {}
}
