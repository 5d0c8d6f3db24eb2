package kontor.connector.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;

/**
 * One account at one marketplace: what every marketplace can do. What only some can is in the
 * interfaces {@link ListingReports}, {@link ProductTypes}, {@link Endings}, {@link Submissions},
 * {@link Cancellations}, {@link Refunds} or {@link RefundFiles}, {@link ReturnReports}, {@link
 * FeeReports}, {@link CompetitorOffers} and {@link Hints}, which a channel implements beside this
 * one.
 *
 * <p>Every call may throw a {@link ChannelException} that says whether trying again may help; the
 * calls that set something set absolute values, so repeating is safe.
 */
public interface MarketplaceChannel {

  Account account();

  default ChannelId id() {
    return account().channel();
  }

  default CountryCode country() {
    return account().country();
  }

  /** What people call it: {@code Amazon.de}. */
  default String title() {
    return id().value();
  }

  /** Our calls against the marketplace's limits. */
  Pace pace();

  /** How many offers one call can bring up to date. */
  int batchSize();

  /** Brings the whole offer to the marketplace, new or changed, and returns where it is. */
  Published publish(Offer offer);

  /** Brings price and quantity of published offers up to date; each part has its own answer. */
  List<Pushed> push(List<PriceAndQuantity> offers);

  /**
   * How often changed orders are asked for.
   *
   * @param wanted what the merchant would like; the marketplace's limits may not allow it
   */
  default Duration ordersEvery(Duration wanted) {
    return wanted;
  }

  /** How far before now a window of orders must end: clocks differ, and some show orders late. */
  default Duration orderLag() {
    return Duration.ofSeconds(1);
  }

  /** How much of the window before is read again, for orders that show late. */
  default Duration orderOverlap() {
    return Duration.ofMinutes(5);
  }

  /**
   * Orders changed in the window, oldest page first.
   *
   * @param cursor from the page before; none for the first
   */
  OrderPage orders(Instant from, Instant to, Optional<String> cursor);

  /** A page with this order as it stands now; an empty one if it is not known there any more. */
  OrderPage order(String externalId);

  /** Our shipment of the sale, if the marketplace knows of it. */
  Optional<String> shipment(String externalId, Shipment shipment);

  /** Tells the marketplace of a shipment that it does not know of. Returns its id there. */
  String confirmShipment(String externalId, Shipment shipment);
}
