package kontor.connector.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kontor.connector.channel.Account;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.contracts.OrderId;
import kontor.contracts.order.ParcelEvent.ParcelShipped;

/** What is kept beside the streams of one account's sales, without a store; no parcels. */
public final class KeptInMemory implements SaleBooks, Buyers, WatchedSales {

  private final Map<String, Instant> marks = new ConcurrentHashMap<>();
  private final Map<OrderId, Buyer> buyers = new ConcurrentHashMap<>();
  private final Map<String, Watched> watched = new ConcurrentHashMap<>();

  @Override
  public Optional<Instant> readUntil(MarketplaceChannel channel) {
    return Optional.ofNullable(marks.get("orders"));
  }

  @Override
  public void setReadUntil(MarketplaceChannel channel, Instant until) {
    marks.put("orders", until);
  }

  @Override
  public Optional<Instant> returnsReadUntil(MarketplaceChannel channel) {
    return Optional.ofNullable(marks.get("returns"));
  }

  @Override
  public void setReturnsReadUntil(MarketplaceChannel channel, Instant until) {
    marks.put("returns", until);
  }

  @Override
  public void keep(MarketplaceChannel channel, String externalId, OrderId order) {}

  @Override
  public void shipped(ParcelShipped parcel) {}

  @Override
  public List<DueShipment> dueShipments(MarketplaceChannel channel, int most) {
    return List.of();
  }

  @Override
  public Set<String> untoldSales(MarketplaceChannel channel) {
    return Set.of();
  }

  @Override
  public void settled(MarketplaceChannel channel, DueShipment shipment) {}

  @Override
  public void keep(OrderId order, LocalDate bought, Buyer buyer) {
    buyers.put(order, buyer);
  }

  @Override
  public Optional<Buyer> find(OrderId order) {
    return Optional.ofNullable(buyers.get(order));
  }

  @Override
  public boolean forget(OrderId order) {
    return buyers.remove(order) != null;
  }

  @Override
  public long forgetBefore(LocalDate day) {
    return 0;
  }

  @Override
  public long forgetUser(Collection<Account> accounts, String userName) {
    return 0;
  }

  @Override
  public void watch(MarketplaceChannel channel, Watched sale) {
    watched.putIfAbsent(sale.externalId(), sale);
  }

  @Override
  public List<Watched> due(MarketplaceChannel channel, Instant now, int most) {
    return List.of();
  }

  @Override
  public void put(MarketplaceChannel channel, Watched sale) {
    watched.put(sale.externalId(), sale);
  }

  @Override
  public void remove(MarketplaceChannel channel, String externalId) {
    watched.remove(externalId);
  }
}
