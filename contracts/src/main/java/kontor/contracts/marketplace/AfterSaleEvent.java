package kontor.contracts.marketplace;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.OrderId;

/**
 * What becomes of a sale after it was paid. What is counted is told as it stands now and not as a
 * difference, so whoever has counted the same already has nothing to do.
 */
public sealed interface AfterSaleEvent extends MarketplaceOrderEvent {

  /**
   * Units will not be delivered, whoever cancelled them.
   *
   * @param lines units that are cancelled so far, of each line that has any
   */
  @EventType("kontor.marketplace-order.units-cancelled.v1")
  record UnitsCancelled(
      ChannelId channel,
      String account,
      String externalId,
      List<SoldUnits> lines,
      Instant cancelledAt)
      implements AfterSaleEvent {

    public UnitsCancelled {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The buyer would like to cancel; nobody has decided on it yet.
   *
   * @param reason in the buyer's or the marketplace's words
   */
  @EventType("kontor.marketplace-order.cancellation-requested.v1")
  record CancellationRequested(
      ChannelId channel, String account, String externalId, String reason, Instant requestedAt)
      implements AfterSaleEvent {}

  /** The buyer's wish to cancel was refused or taken back; or it came true in part. */
  @EventType("kontor.marketplace-order.cancellation-request-closed.v1")
  record CancellationRequestClosed(
      ChannelId channel, String account, String externalId, Instant closedAt)
      implements AfterSaleEvent {}

  /**
   * The buyer got money back through the marketplace, whoever decided that.
   *
   * @param total what went back so far
   */
  @EventType("kontor.marketplace-order.refunded.v1")
  record SaleRefunded(
      ChannelId channel, String account, String externalId, Money total, Instant seenAt)
      implements AfterSaleEvent {}

  /**
   * The buyer is going to send these units back.
   *
   * @param returnId the marketplace's, unique within the account
   * @param reason in the marketplace's words
   */
  @EventType("kontor.marketplace-order.return-reported.v1")
  record ReturnReported(
      ChannelId channel,
      String account,
      String externalId,
      String returnId,
      List<SoldUnits> lines,
      String reason,
      Instant openedAt)
      implements AfterSaleEvent {

    public ReturnReported {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The marketplace has taken note of what was cancelled here.
   *
   * @param cancellation names it within the order
   */
  @EventType("kontor.marketplace-order.cancellation-confirmed.v1")
  record CancellationConfirmed(
      ChannelId channel, String account, String externalId, OrderId order, String cancellation)
      implements AfterSaleEvent {}

  /**
   * The marketplace has paid back what was decided here.
   *
   * @param refund names it within the order
   */
  @EventType("kontor.marketplace-order.refund-confirmed.v1")
  record RefundConfirmed(
      ChannelId channel, String account, String externalId, OrderId order, String refund)
      implements AfterSaleEvent {}
}
