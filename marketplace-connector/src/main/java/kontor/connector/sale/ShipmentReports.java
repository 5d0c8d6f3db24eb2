package kontor.connector.sale;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Shipment;
import kontor.connector.sale.SaleBooks.DueShipment;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.connector.worklist.WorkList;
import kontor.contracts.Quantity;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a marketplace of shipments, each once: it looks first whether the marketplace knows, since
 * an earlier call may have arrived without an answer.
 */
public final class ShipmentReports {

  private static final Logger LOG = LoggerFactory.getLogger(ShipmentReports.class);
  private static final int AT_A_TIME = 50;

  private final MarketplaceChannel channel;
  private final Sales sales;
  private final SaleBooks books;
  private final WorkList work;
  private final BooleanSupplier mine;

  /**
   * @param mine whether this instance still works for the account
   */
  public ShipmentReports(
      MarketplaceChannel channel,
      Sales sales,
      SaleBooks books,
      WorkList work,
      BooleanSupplier mine) {
    this.work = work;
    this.mine = mine;
    this.channel = channel;
    this.sales = sales;
    this.books = books;
  }

  /** Tells of some parcels, so that other work for the account comes between. */
  public void run() {
    for (DueShipment due : books.dueShipments(channel, AT_A_TIME)) {
      if (!mine.getAsBoolean()) {
        return; // the other instance looks for itself what is left
      }
      try {
        report(due);
      } catch (ChannelException e) {
        if (e.kind() != ChannelException.Kind.REFUSED) {
          throw e;
        }
        LOG.warn(
            "{} refuses the shipment of {}: {}", channel.id(), due.externalId(), e.getMessage());
        work.forPerson(
            channel.account(),
            Kind.SHIPMENT,
            due.externalId() + " " + due.parcel(),
            String.valueOf(e.getMessage()));
        books.settled(channel, due);
      }
    }
  }

  private void report(DueShipment due) {
    Optional<MarketplaceOrderReceived> sale = Sale.received(sales.find(channel, due.externalId()));
    if (sale.isPresent()) {
      Optional<String> told = tell(due, shipment(sale.get(), due));
      if (told.isEmpty()) {
        return;
      }
      sales.decides(
          channel,
          due.externalId(),
          state -> SaleDecider.shipmentConfirmed(state, due.order(), told.get()));
    }
    books.settled(channel, due);
  }

  /** The marketplace's id of it; empty when another instance has taken over meanwhile. */
  private Optional<String> tell(DueShipment due, Shipment shipment) {
    Optional<String> known = channel.shipment(due.externalId(), shipment);
    return known.isPresent() || !mine.getAsBoolean()
        ? known
        : Optional.of(channel.confirmShipment(due.externalId(), shipment));
  }

  private static Shipment shipment(MarketplaceOrderReceived sale, DueShipment due) {
    return new Shipment(
        due.parcel(), due.carrier(), due.trackingNumber(), due.shippedAt(), lines(sale, due));
  }

  private static List<Shipment.Line> lines(MarketplaceOrderReceived sale, DueShipment due) {
    return new TreeMap<>(due.units())
        .entrySet().stream()
            .map(
                units ->
                    new Shipment.Line(
                        sale.lines().get(units.getKey() - 1).externalLineId(),
                        new Quantity(units.getValue())))
            .toList();
  }
}
