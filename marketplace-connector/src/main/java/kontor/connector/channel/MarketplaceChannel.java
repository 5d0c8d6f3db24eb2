package kontor.connector.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;

/**
 * One account at one marketplace. Every call may throw a {@link ChannelException} that says whether
 * trying again may help; the calls that set something set absolute values, so repeating is safe.
 */
public interface MarketplaceChannel {

  ChannelId id();

  /** Our name for the account. */
  String account();

  /** Whose buyers see the prices: decides VAT. */
  CountryCode country();

  /** How many offers one call can bring up to date. */
  int batchSize();

  /** Brings the whole offer to the marketplace, new or changed, and returns where it is. */
  Published publish(Offer offer);

  /** Brings price and quantity of published offers up to date; each part has its own answer. */
  List<Pushed> push(List<PriceAndQuantity> offers);

  /**
   * Orders changed in the window, oldest page first.
   *
   * @param cursor from the page before; none for the first
   */
  OrderPage orders(Instant from, Instant to, Optional<String> cursor);

  /** Our shipment of the sale, if the marketplace knows of it. */
  Optional<String> shipment(String externalId, Shipment shipment);

  /** Tells the marketplace of a shipment that it does not know of. Returns its id there. */
  String confirmShipment(String externalId, Shipment shipment);
}
