package kontor.connector.partner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.AccessToken;
import kontor.connector.channel.Account;
import kontor.connector.channel.Cancellation;
import kontor.connector.channel.Cancellations;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.Pace;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Progress;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.Shipment;

/**
 * A partner by files. He keeps shipments and cancellations apart by our names for them, so telling
 * one again is harmless and nothing has to be looked for first.
 */
final class PartnerChannel implements MarketplaceChannel, Cancellations {

  private static final int BATCH = 200;

  private final Account account;
  private final Pace pace = Pace.unlimited();
  private final PartnerFiles files;
  private final PartnerOrders orders;

  PartnerChannel(Account account, AccessToken access) {
    this.account = account;
    PartnerClient client = new PartnerClient(account, access);
    files = new PartnerFiles(client, account);
    orders = new PartnerOrders(client);
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public Published publish(Offer offer) {
    files.offer(offer);
    return Published.live(offer.sku().value(), offer.sku().value());
  }

  @Override
  public List<Pushed> push(List<PriceAndQuantity> offers) {
    return files.figures(offers);
  }

  @Override
  public OrderPage orders(Instant from, Instant to, Optional<String> cursor) {
    return orders.page(from, to, cursor);
  }

  @Override
  public OrderPage order(String externalId) {
    return orders.single(externalId);
  }

  @Override
  public Optional<String> shipment(String externalId, Shipment shipment) {
    return Optional.empty();
  }

  @Override
  public String confirmShipment(String externalId, Shipment shipment) {
    files.shipment(externalId, shipment);
    return externalId + "/" + shipment.parcel();
  }

  @Override
  public boolean byLine() {
    return true;
  }

  @Override
  public Progress cancel(String externalId, Cancellation cancellation, Optional<String> ticket) {
    files.cancellation(externalId, cancellation);
    return new Progress.Done();
  }
}
