package kontor.connector.listing;

import java.util.ArrayList;
import java.util.List;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Published;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.jspecify.annotations.Nullable;

/** The rules of a listing: when it is up to date, and what an answer of the marketplace means. */
public final class ListingDecider {

  private ListingDecider() {}

  /** What is to be done to bring the listing up to date. */
  public enum Need {
    NOTHING,
    PUBLISH,
    PUSH
  }

  /**
   * Nothing is published before there is stock to sell, and what was refused is not sent again
   * unchanged; another quantity alone makes no difference to a listing that was never accepted.
   */
  public static Need need(Listing listing, Offer wanted, String content) {
    boolean sameContent = content.equals(listing.content());
    boolean sameFigures =
        wanted.price().equals(listing.price()) && wanted.quantity().equals(listing.quantity());
    if (listing.status() == ListingStatus.LIVE && sameContent) {
      return sameFigures ? Need.NOTHING : Need.PUSH;
    }
    if (listing.status() == ListingStatus.DRAFT && wanted.quantity().isZero()) {
      return Need.NOTHING;
    }
    if (listing.status() == ListingStatus.ISSUE && sameContent) {
      boolean neverLive = listing.listingId() == null;
      boolean unchanged = neverLive ? wanted.price().equals(listing.price()) : sameFigures;
      return unchanged ? Need.NOTHING : Need.PUBLISH;
    }
    return Need.PUBLISH;
  }

  public static List<Record> published(
      MarketplaceChannel channel, Offer offer, Published at, String content) {
    return List.of(
        new ListingLinked(at.offerId(), content),
        new ListingChanged(
            channel.id(),
            channel.account(),
            offer.sku(),
            ListingStatus.LIVE,
            at.listingId(),
            offer.price(),
            offer.quantity(),
            List.of()));
  }

  public static List<Record> pushed(
      MarketplaceChannel channel, Offer offer, @Nullable String listingId) {
    return List.of(
        new ListingChanged(
            channel.id(),
            channel.account(),
            offer.sku(),
            ListingStatus.LIVE,
            listingId,
            offer.price(),
            offer.quantity(),
            List.of()));
  }

  /** The figures are kept as the ones that were refused, so that only a change sends them again. */
  public static List<Record> refused(
      MarketplaceChannel channel, Listing listing, Offer offer, String content, String issue) {
    List<Record> events = new ArrayList<>();
    events.add(new ListingLinked(listing.offerId() == null ? "" : listing.offerId(), content));
    events.add(
        new ListingChanged(
            channel.id(),
            channel.account(),
            offer.sku(),
            ListingStatus.ISSUE,
            listing.listingId(),
            offer.price(),
            offer.quantity(),
            List.of(issue)));
    return events;
  }
}
