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
public sealed interface MarketplaceOrderEvent
    permits MarketplaceOrderEvent.MarketplaceOrderAwaited,
        MarketplaceOrderEvent.MarketplaceOrderLapsed,
        MarketplaceOrderEvent.MarketplaceOrderReceived,
        MarketplaceOrderEvent.MarketplaceOrderCancelled,
        MarketplaceOrderEvent.FulfilledThere,
        MarketplaceOrderEvent.ShipmentConfirmed,
        AfterSaleEvent {

  ChannelId channel();

  String account();

  String externalId();

  /**
   * A buyer bought there and has not paid yet. The units are the buyer's as long as that lasts; it
   * ends with {@code MarketplaceOrderReceived} or {@code MarketplaceOrderLapsed}.
   *
   * @param country where it goes, as far as it is known yet
   */
  @EventType("kontor.marketplace-order.awaited.v1")
  record MarketplaceOrderAwaited(
      ChannelId channel,
      String account,
      String externalId,
      CountryCode country,
      List<SoldUnits> lines,
      Instant placedAt)
      implements MarketplaceOrderEvent {

    public MarketplaceOrderAwaited {
      lines = List.copyOf(lines);
    }
  }

  /** A sale that waited for its money ended without it: there never was an order. */
  @EventType("kontor.marketplace-order.lapsed.v1")
  record MarketplaceOrderLapsed(
      ChannelId channel, String account, String externalId, Instant lapsedAt)
      implements MarketplaceOrderEvent {}

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

  /**
   * A buyer bought there and paid, and the marketplace ships from its own warehouse (AFN): revenue
   * of the channel, but no order of ours and none of our stock.
   *
   * @param tax the VAT contained in {@code total}
   */
  @EventType("kontor.marketplace-order.fulfilled-there.v1")
  record FulfilledThere(
      ChannelId channel,
      String account,
      String externalId,
      CountryCode country,
      List<MarketplaceLine> lines,
      Money shipping,
      Money total,
      Money tax,
      Instant placedAt)
      implements MarketplaceOrderEvent {

    public FulfilledThere {
      lines = List.copyOf(lines);
    }
  }

  /** The marketplace has taken note of our shipment. */
  @EventType("kontor.marketplace-order.shipment-confirmed.v1")
  record ShipmentConfirmed(
      ChannelId channel, String account, String externalId, OrderId order, String fulfilmentId)
      implements MarketplaceOrderEvent {}

  /** One article of the sale; {@code total} is for all units of it. */
  record MarketplaceLine(
      String externalLineId, Sku sku, String title, Quantity quantity, Money total) {}

  /** So many units of a line, by the marketplace's id of it. */
  record SoldUnits(String externalLineId, Sku sku, Quantity quantity) {}
}
