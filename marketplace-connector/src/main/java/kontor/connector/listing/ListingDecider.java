package kontor.connector.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.Account;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.Submissions.Settled;
import kontor.connector.content.Presence;
import kontor.connector.listing.ListingNote.ListingLinked;
import kontor.connector.listing.ListingNote.ListingSubmitted;
import kontor.contracts.Sku;
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
    PUSH,
    /** It was taken off and is wanted again. */
    RELIST,
    /** Nothing is to be sent: whether it pauses is all that changes. */
    NOTE
  }

  /**
   * Nothing is published before there is stock to sell, and what was refused is not sent again
   * unchanged; another quantity alone makes no difference to a listing that was never accepted.
   */
  public static Need need(Listing listing, Offer wanted, String content) {
    return need(listing, wanted, content, Presence.OFFERED);
  }

  /** The same, of an article that the manager wants there or wants to pause. */
  public static Need need(Listing listing, Offer wanted, String content, Presence presence) {
    if (listing.status() == ListingStatus.ENDED) {
      return wanted.quantity().isZero() ? Need.NOTHING : Need.RELIST;
    }
    boolean sameContent = content.equals(listing.content());
    boolean sameFigures =
        wanted.price().equals(listing.price()) && wanted.quantity().equals(listing.quantity());
    boolean taken = listing.shown() || listing.waiting();
    if (taken && sameContent) {
      boolean noted = listing.waiting() || listing.status() == PresenceDecider.shownAs(presence);
      return !sameFigures ? Need.PUSH : noted ? Need.NOTHING : Need.NOTE;
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

  /** What the marketplace has answered to an offer that was sent whole. */
  public static List<Record> published(
      Account account, Listing listing, Offer offer, Published at, String content) {
    List<Record> events = new ArrayList<>();
    events.add(new ListingLinked(at.offerId(), content));
    String listingId = at.listingId().orElse(listing.listingId());
    events.addAll(taken(account, offer, listingId, at.submission()));
    return events;
  }

  /** What the marketplace has answered to new figures. */
  public static List<Record> pushed(
      Account account, Listing listing, Offer offer, String content, Pushed answer) {
    return answer
        .refused()
        .map(why -> refused(account, listing, offer, content, why))
        .orElseGet(() -> taken(account, offer, listing.listingId(), answer.submission()));
  }

  /** The figures are kept as the ones that were refused, so that only a change sends them again. */
  public static List<Record> refused(
      Account account, Listing listing, Offer offer, String content, String issue) {
    return List.of(
        new ListingLinked(listing.offerId() == null ? "" : listing.offerId(), content),
        new ListingChanged(
            account.channel(),
            account.name(),
            offer.sku(),
            ListingStatus.ISSUE,
            listing.listingId(),
            offer.price(),
            offer.quantity(),
            List.of(issue)));
  }

  /**
   * What became of something that the marketplace had only taken note of. An answer to what was
   * replaced meanwhile says nothing.
   */
  public static List<Record> settled(
      Account account, Sku sku, Listing listing, String submission, Settled settled) {
    if (!listing.waiting() || !submission.equals(listing.submission())) {
      return List.of();
    }
    String listingId = settled.listingId().orElse(listing.listingId());
    boolean lost = !settled.done() && settled.refused().isEmpty();
    return List.of(
        new ListingChanged(
            account.channel(),
            account.name(),
            sku,
            settledStatus(settled, listingId),
            listingId,
            lost ? null : listing.price(),
            lost ? null : listing.quantity(),
            settled.refused().stream().toList()));
  }

  /**
   * Nobody knows what the marketplace shows: whatever is wanted differs from that, also when a
   * change is through that is under way.
   */
  public static List<Record> unknownFigures(Account account, Sku sku, Listing listing) {
    boolean stands = listing.shown() || (listing.waiting() && listing.listingId() != null);
    return stands
        ? List.of(
            new ListingChanged(
                account.channel(),
                account.name(),
                sku,
                listing.status(),
                listing.listingId(),
                null,
                null,
                List.of()))
        : List.of();
  }

  /** What was lost is sent again, since figures that nobody knows differ from all. */
  private static ListingStatus settledStatus(Settled settled, @Nullable String listingId) {
    if (settled.refused().isPresent()) {
      return ListingStatus.ISSUE;
    }
    return settled.done() || listingId != null ? ListingStatus.LIVE : ListingStatus.DRAFT;
  }

  private static List<Record> taken(
      Account account, Offer offer, @Nullable String listingId, Optional<String> submission) {
    List<Record> events = new ArrayList<>();
    events.add(
        new ListingChanged(
            account.channel(),
            account.name(),
            offer.sku(),
            submission.isPresent() ? ListingStatus.SUBMITTED : ListingStatus.LIVE,
            listingId,
            offer.price(),
            offer.quantity(),
            List.of()));
    submission.ifPresent(id -> events.add(new ListingSubmitted(id)));
    return events;
  }
}
