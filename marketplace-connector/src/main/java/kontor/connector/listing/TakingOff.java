package kontor.connector.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.Endings;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Published;
import kontor.connector.content.ContentBook;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes listings off a marketplace, and brings them back. */
final class TakingOff {

  private static final Logger LOG = LoggerFactory.getLogger(TakingOff.class);

  private final MarketplaceChannel channel;
  private final Listings listings;
  private final Supplier<ContentBook> names;

  TakingOff(MarketplaceChannel channel, Listings listings, Supplier<ContentBook> names) {
    this.names = names;
    this.channel = channel;
    this.listings = listings;
  }

  /** Does nothing where nothing stands. What the marketplace refuses to end is an issue. */
  void takeOff(Sku sku, Listing listing) {
    String offerId = listing.offerId();
    boolean nothing = offerId == null || offerId.isEmpty();
    if (listing.status() == ListingStatus.ENDED
        || (nothing && listing.status() == ListingStatus.DRAFT)) {
      return;
    }
    try {
      if (offerId != null && !nothing && channel instanceof Endings endings) {
        endings.end(names.get().there(sku), offerId);
      }
      listings.update(channel, sku, now -> PresenceDecider.ended(channel.account(), sku, now));
    } catch (ChannelException e) {
      if (e.kind() != Kind.REFUSED) {
        throw e;
      }
      String why = "cannot be ended: " + e.getMessage();
      if (!listing.issues().contains(why)) {
        LOG.warn("{} {} {}", channel.account().key(), sku, why);
        listings.update(channel, sku, now -> List.of(refused(sku, now, why)));
      }
    }
  }

  /** Brings an offer there, for the first time, changed, or again after it was taken off. */
  Published publish(Offer offer) {
    Listing listing = listings.lastSeen(channel, offer.sku());
    Offer named = offer.named(names.get().there(offer.sku()));
    return listing.status() == ListingStatus.ENDED && channel instanceof Endings endings
        ? endings.relist(named, Optional.ofNullable(listing.listingId()))
        : channel.publish(named);
  }

  private Record refused(Sku sku, Listing now, String why) {
    return new ListingChanged(
        channel.id(),
        channel.account().name(),
        sku,
        ListingStatus.ISSUE,
        now.listingId(),
        now.price(),
        now.quantity(),
        List.of(why));
  }
}
