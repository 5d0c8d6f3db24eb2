package kontor.connector.listing;

import java.util.List;
import kontor.connector.listing.ListingNote.ListingLinked;
import kontor.connector.listing.ListingNote.ListingSubmitted;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace has acknowledged of one article.
 *
 * @param offerId the marketplace's handle for changing it
 * @param listingId what the buyer sees it under
 * @param content fingerprint of title, text and pictures as last published
 * @param submission what to ask the marketplace by, as long as it has only taken note
 */
public record Listing(
    ListingStatus status,
    @Nullable String offerId,
    @Nullable String listingId,
    @Nullable String content,
    @Nullable Money price,
    @Nullable Quantity quantity,
    List<String> issues,
    @Nullable String submission) {

  /** Not on the marketplace. */
  public static final Listing NONE =
      new Listing(ListingStatus.DRAFT, null, null, null, null, null, List.of(), null);

  public Listing {
    issues = List.copyOf(issues);
  }

  /** Never refuses: it happened. */
  public Listing evolve(Record event) {
    if (event instanceof ListingChanged e) {
      return new Listing(
          e.status(),
          offerId,
          e.listingId(),
          content,
          e.price(),
          e.quantity(),
          e.issues(),
          e.status() == ListingStatus.SUBMITTED ? submission : null);
    }
    if (event instanceof ListingLinked e) {
      return new Listing(
          status, e.offerId(), listingId, e.content(), price, quantity, issues, submission);
    }
    if (event instanceof ListingSubmitted e) {
      return new Listing(
          status, offerId, listingId, content, price, quantity, issues, e.submission());
    }
    throw new IllegalArgumentException("no rule for " + event);
  }

  /** Whether it stands there as we believe, for buyers or paused. */
  public boolean shown() {
    return status == ListingStatus.LIVE || status == ListingStatus.PAUSED;
  }

  /** Whether the marketplace has yet to say what became of the last change. */
  public boolean waiting() {
    return status == ListingStatus.SUBMITTED;
  }
}
