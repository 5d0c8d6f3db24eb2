package kontor.inventory.reservation;

import java.time.Instant;
import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.OrderId;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.reservation.ReservationEvent.ReservedLine;

/**
 * What is to be held, and for whom.
 *
 * @param units as they were sold: a bundle is still one
 * @param alreadySold whether they are held even when there are too few
 * @param expiresAt until when (exclusive)
 */
record Wish(
    OrderId order,
    ChannelId channel,
    CountryCode country,
    List<ReservedLine> units,
    boolean alreadySold,
    Instant expiresAt) {

  Wish {
    units = List.copyOf(units);
  }

  static Wish of(OrderPlaced placed, HoldTime time) {
    return new Wish(
        placed.order(),
        placed.channel(),
        placed.country(),
        placed.lines().stream().map(l -> new ReservedLine(l.sku(), l.quantity())).toList(),
        placed.alreadySold(),
        time.end(placed));
  }

  /** Under the id that the order will have, so that it takes over the very same hold. */
  static Wish of(MarketplaceOrderAwaited sale) {
    return new Wish(
        OrderId.ofSale(sale.channel(), sale.account(), sale.externalId()),
        sale.channel(),
        sale.country(),
        sale.lines().stream().map(l -> new ReservedLine(l.sku(), l.quantity())).toList(),
        true,
        HoldTime.NEVER);
  }
}
