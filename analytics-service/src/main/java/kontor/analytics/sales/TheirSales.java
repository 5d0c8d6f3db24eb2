package kontor.analytics.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.analytics.sales.Outcome.Counted;
import kontor.analytics.sales.Outcome.Repeated;
import kontor.contracts.OrderId;
import kontor.contracts.marketplace.AfterSaleEvent.SaleRefunded;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.FulfilledThere;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;

/**
 * Counts what marketplaces sell and ship from their own warehouses (AFN): there is no order of ours
 * that could be counted. The VAT of a sale is spread over its lines by what they cost.
 */
public final class TheirSales {

  private final ZoneId zone;

  /**
   * @param zone where a day begins
   */
  public TheirSales(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @param before what is counted of the sale; empty: nothing, as of all that we ship ourselves
   * @param version of the event; of most of a sale's events nothing is counted
   */
  public Outcome apply(Optional<TrackedOrder> before, long version, MarketplaceOrderEvent event) {
    if (version <= before.map(TrackedOrder::version).orElse(0L)) {
      return new Repeated();
    }
    if (event instanceof FulfilledThere sale && before.isEmpty()) {
      return sold(tracked(sale, version), day(sale.placedAt()));
    }
    if (event instanceof MarketplaceOrderCancelled e && before.isPresent()) {
      return SalesReducer.cancelled(before.get().at(version), day(e.cancelledAt()));
    }
    if (event instanceof SaleRefunded e && before.isPresent()) {
      TrackedOrder order = before.get().at(version);
      long more = e.total().minor() - order.refunded();
      return SalesReducer.refunded(order, more, day(e.seenAt()));
    }
    return new Repeated();
  }

  private static Counted sold(TrackedOrder order, LocalDate day) {
    List<Booking> bookings = new ArrayList<>();
    Tally whole =
        Tally.ofPlaced()
            .plus(Tally.ofConfirmed(GoodsBack.unitsLeft(order), order.gross(), order.tax()));
    bookings.add(SalesReducer.booking(order, day, whole));
    bookings.addAll(GoodsBack.articlesLeft(order, day, 1));
    return new Counted(order.counting(true), bookings);
  }

  private static TrackedOrder tracked(FulfilledThere sale, long version) {
    List<TrackedOrder.Line> lines = new ArrayList<>();
    long gross = sale.total().minor();
    for (MarketplaceLine line : sale.lines()) {
      long part = line.total().minor();
      long tax = gross == 0 ? 0 : Shares.of(sale.tax().minor(), part, gross);
      lines.add(
          new TrackedOrder.Line(lines.size() + 1, line.sku(), line.quantity().value(), part, tax));
    }
    return new TrackedOrder(
        OrderId.ofSale(sale.channel(), sale.account(), sale.externalId()),
        version,
        sale.channel(),
        sale.total().currency(),
        lines,
        gross,
        sale.tax().minor(),
        false,
        0,
        Map.of());
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
