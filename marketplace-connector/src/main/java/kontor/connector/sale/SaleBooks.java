package kontor.connector.sale;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.MarketplaceChannel;
import kontor.contracts.OrderId;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import org.jspecify.annotations.Nullable;

/** What is kept beside the streams of sales, each by its own key. */
public interface SaleBooks {

  /**
   * A parcel that the marketplace is still to be told of.
   *
   * @param units by our line number of the order, which is the place of the line in the sale
   */
  record DueShipment(
      OrderId order,
      String externalId,
      String parcel,
      Map<Integer, Integer> units,
      String carrier,
      @Nullable String trackingNumber,
      Instant shippedAt) {

    public DueShipment {
      units = Map.copyOf(units);
    }
  }

  /** Until when all changes of the account's orders have been read. */
  Optional<Instant> readUntil(MarketplaceChannel channel);

  void setReadUntil(MarketplaceChannel channel, Instant until);

  /** Until when all returns have been read. */
  Optional<Instant> returnsReadUntil(MarketplaceChannel channel);

  void setReturnsReadUntil(MarketplaceChannel channel, Instant until);

  /** Keeps which order of ours the sale becomes. Doing it again is fine. */
  void keep(MarketplaceChannel channel, String externalId, OrderId order);

  /** Notes that a parcel has left the house, if the order is a sale on a marketplace. */
  void shipped(ParcelShipped parcel);

  /** Those that left first, so many at most. */
  List<DueShipment> dueShipments(MarketplaceChannel channel, int most);

  /** The marketplace's numbers of all sales of which a parcel is still to be told. */
  Set<String> untoldSales(MarketplaceChannel channel);

  void settled(MarketplaceChannel channel, DueShipment shipment);
}
