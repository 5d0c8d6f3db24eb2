package kontor.connector.sale;

import java.util.List;
import java.util.Optional;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Shipment;
import kontor.connector.sale.SaleBooks.DueShipment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a marketplace of shipments, each once: it looks first whether the marketplace knows, since
 * an earlier call may have arrived without an answer.
 */
public final class ShipmentReports {

  private static final Logger LOG = LoggerFactory.getLogger(ShipmentReports.class);

  private final MarketplaceChannel channel;
  private final Sales sales;
  private final SaleBooks books;

  public ShipmentReports(MarketplaceChannel channel, Sales sales, SaleBooks books) {
    this.channel = channel;
    this.sales = sales;
    this.books = books;
  }

  public void run() {
    for (DueShipment due : books.dueShipments(channel)) {
      try {
        report(due);
      } catch (ChannelException e) {
        if (e.kind() != Kind.REFUSED) {
          throw e;
        }
        LOG.warn(
            "{} refuses the shipment of {}: {}", channel.id(), due.externalId(), e.getMessage());
        books.addProblem(
            channel,
            new SaleBooks.Problem(
                due.externalId(), String.valueOf(e.getMessage()), due.shippedAt()));
        books.settled(channel, due.order());
      }
    }
  }

  private void report(DueShipment due) {
    if (sales.find(channel, due.externalId()) instanceof Sale.Open open) {
      List<Shipment.Line> lines =
          open.received().lines().stream()
              .map(line -> new Shipment.Line(line.externalLineId(), line.quantity()))
              .toList();
      Shipment shipment = new Shipment(due.carrier(), due.trackingNumber(), due.shippedAt(), lines);
      Optional<String> known = channel.shipment(due.externalId(), shipment);
      String id = known.orElseGet(() -> channel.confirmShipment(due.externalId(), shipment));
      sales.decides(
          channel, due.externalId(), sale -> SaleDecider.shipmentConfirmed(sale, due.order(), id));
    }
    books.settled(channel, due.order());
  }
}
