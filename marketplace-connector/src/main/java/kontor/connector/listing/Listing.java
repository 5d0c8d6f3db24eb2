package kontor.connector.listing;

import java.util.List;
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
 */
public record Listing(
    ListingStatus status,
    @Nullable String offerId,
    @Nullable String listingId,
    @Nullable String content,
    @Nullable Money price,
    @Nullable Quantity quantity,
    List<String> issues) {

  /** Not on the marketplace. */
  public static final Listing NONE =
      new Listing(ListingStatus.DRAFT, null, null, null, null, null, List.of());

  public Listing {
    issues = List.copyOf(issues);
  }

  /** Never refuses: it happened. */
  public Listing evolve(Record event) {
    if (event instanceof ListingChanged e) {
      return new Listing(
          e.status(), offerId, e.listingId(), content, e.price(), e.quantity(), e.issues());
    }
    if (event instanceof ListingLinked e) {
      return new Listing(status, e.offerId(), listingId, e.content(), price, quantity, issues);
    }
    throw new IllegalArgumentException("no rule for " + event);
  }
}
