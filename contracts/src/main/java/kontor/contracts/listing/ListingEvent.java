package kontor.contracts.listing;

import java.util.List;
import kontor.contracts.ChannelId;
import kontor.contracts.EventType;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.jspecify.annotations.Nullable;

/** One article on one marketplace. Topic {@code listings}, keyed by channel and SKU, compacted. */
public sealed interface ListingEvent {

  ChannelId channel();

  Sku sku();

  /**
   * The listing as we know it.
   *
   * @param account which of our accounts there
   * @param listingId the marketplace's id, once it is live
   * @param price last pushed and acknowledged
   * @param quantity last pushed and acknowledged
   * @param issues what the marketplace objects to, in its words
   */
  @EventType("kontor.listing.changed.v1")
  record ListingChanged(
      ChannelId channel,
      String account,
      Sku sku,
      ListingStatus status,
      @Nullable String listingId,
      @Nullable Money price,
      @Nullable Quantity quantity,
      List<String> issues)
      implements ListingEvent {

    public ListingChanged {
      issues = List.copyOf(issues);
    }
  }

  /** Where a listing stands. */
  enum ListingStatus {
    DRAFT,
    /** The marketplace has taken note of it and will say later what became of it. */
    SUBMITTED,
    LIVE,
    ISSUE,
    /** Hidden by us, to come back under the same listing id. */
    PAUSED,
    ENDED
  }
}
