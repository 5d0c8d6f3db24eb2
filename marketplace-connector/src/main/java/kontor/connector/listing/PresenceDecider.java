package kontor.connector.listing;

import java.util.ArrayList;
import java.util.List;
import kontor.connector.channel.Account;
import kontor.connector.channel.ReportedListing;
import kontor.connector.content.Presence;
import kontor.connector.listing.ListingNote.ListingLinked;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;

/** The rules of a listing that lacks something, pauses, or is taken off. */
public final class PresenceDecider {

  private PresenceDecider() {}

  static ListingStatus shownAs(Presence presence) {
    return presence == Presence.PAUSED ? ListingStatus.PAUSED : ListingStatus.LIVE;
  }

  /** What stands there as the marketplace has acknowledged it pauses, or does not any more. */
  public static List<Record> noted(Account account, Sku sku, Listing listing, Presence presence) {
    return listing.shown()
        ? as(
            presence,
            List.of(
                new ListingChanged(
                    account.channel(),
                    account.name(),
                    sku,
                    ListingStatus.LIVE,
                    listing.listingId(),
                    listing.price(),
                    listing.quantity(),
                    listing.issues())))
        : List.of();
  }

  /** The same events, where what is live pauses if the manager wants it to. */
  public static List<Record> as(Presence presence, List<Record> events) {
    List<Record> changed = new ArrayList<>();
    for (Record event : events) {
      changed.add(
          event instanceof ListingChanged e && e.status() == ListingStatus.LIVE
              ? new ListingChanged(
                  e.channel(),
                  e.account(),
                  e.sku(),
                  shownAs(presence),
                  e.listingId(),
                  e.price(),
                  e.quantity(),
                  e.issues())
              : event);
    }
    return changed;
  }

  /** It is taken off. Its id is kept, for the marketplace may give it back. */
  public static List<Record> ended(Account account, Sku sku, Listing listing) {
    return listing.status() == ListingStatus.ENDED
        ? List.of()
        : List.of(unknownFigures(account, sku, listing, ListingStatus.ENDED));
  }

  /**
   * A listing that was made without us is the article's. What it says is not known to be what we
   * would say, so all of it is sent once.
   */
  public static List<Record> adopted(
      Account account, Sku sku, Listing listing, ReportedListing there) {
    String known = listing.offerId();
    return known != null && !known.isEmpty()
        ? List.of()
        : List.of(
            new ListingLinked(there.offerId(), "adopted"),
            new ListingChanged(
                account.channel(),
                account.name(),
                sku,
                ListingStatus.LIVE,
                there.listingId().orElse(null),
                there.price().orElse(null),
                there.quantity().orElse(null),
                List.of()));
  }

  /** It was taken off and stands there after all, with figures that nobody knows. */
  public static List<Record> backAgain(Account account, Sku sku, Listing listing) {
    return listing.status() != ListingStatus.ENDED
        ? List.of()
        : List.of(unknownFigures(account, sku, listing, ListingStatus.LIVE));
  }

  /**
   * It lacks something that the marketplace requires. What stands there is left alone; else its
   * draft says what is missing.
   */
  public static List<Record> withheld(
      Account account, Sku sku, Listing listing, List<String> missing) {
    boolean there = listing.listingId() != null || listing.waiting() || listing.shown();
    boolean told = listing.status() == ListingStatus.DRAFT && listing.issues().equals(missing);
    return there || told
        ? List.of()
        : List.of(
            new ListingChanged(
                account.channel(),
                account.name(),
                sku,
                ListingStatus.DRAFT,
                null,
                null,
                null,
                missing));
  }

  private static ListingChanged unknownFigures(
      Account account, Sku sku, Listing listing, ListingStatus status) {
    return new ListingChanged(
        account.channel(), account.name(), sku, status, listing.listingId(), null, null, List.of());
  }
}
