package kontor.connector.listing.adapter;

import java.util.Comparator;
import java.util.List;
import kontor.connector.channel.Explanation;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.StateView;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.Inboxes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands on the marketplaces, for the manager. */
@RestController
@RequestMapping("/api/admin/marketplaces/listings")
class ListingResource {

  private final StateView<ListingEvent> listings;
  private final Explanations explanations;

  ListingResource(Inboxes inboxes, Explanations explanations) {
    this.explanations = explanations;
    this.listings = inboxes.view(Topics.LISTINGS, ListingEvent.class);
  }

  record Page(List<Item> items, @Nullable String next) {}

  /**
   * A listing as it was last told.
   *
   * @param issues what the marketplace objects to, in its words; of a draft, what it lacks
   * @param explanations what that means, and what helps
   */
  record Item(
      ChannelId channel,
      String account,
      Sku sku,
      ListingStatus status,
      @Nullable String listingId,
      @Nullable Money price,
      @Nullable Quantity quantity,
      List<String> issues,
      List<Explanation> explanations) {}

  /** Listings by channel, account and SKU; each parameter narrows them down. */
  @GetMapping
  Page listings(
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String sku,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > 200) {
      throw BadRequestException.field("limit", "must be from 1 to 200");
    }
    List<ListingChanged> after =
        listings.all().stream()
            .map(ListingChanged.class::cast)
            .filter(listing -> status == null || listing.status().name().equals(status))
            .filter(listing -> channel == null || listing.channel().value().equals(channel))
            .filter(listing -> sku == null || listing.sku().value().equals(sku))
            .filter(listing -> key(listing).compareTo(cursor) > 0)
            .sorted(Comparator.comparing(ListingResource::key))
            .limit(limit + 1L)
            .toList();
    boolean more = after.size() > limit;
    List<ListingChanged> items = more ? after.subList(0, limit) : after;
    return new Page(
        items.stream().map(this::item).toList(), more ? key(items.get(limit - 1)) : null);
  }

  private Item item(ListingChanged listing) {
    return new Item(
        listing.channel(),
        listing.account(),
        listing.sku(),
        listing.status(),
        listing.listingId(),
        listing.price(),
        listing.quantity(),
        listing.issues(),
        explanations.of(listing));
  }

  private static String key(ListingChanged listing) {
    return listing.channel() + "/" + listing.account() + "/" + listing.sku();
  }
}
