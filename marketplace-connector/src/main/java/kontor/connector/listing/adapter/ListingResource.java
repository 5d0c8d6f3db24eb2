package kontor.connector.account;

import java.util.Comparator;
import java.util.List;
import kontor.connector.sale.SaleBooks;
import kontor.contracts.ChannelId;
import kontor.contracts.listing.ListingEvent;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.topic.Topics;
import kontor.eventstore.kafka.StateView;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.Inboxes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The marketplaces for the manager: accounts, listings and what needs a person. */
@RestController
@RequestMapping("/api/admin/marketplaces")
class MarketplaceResource {

  private final Accounts accounts;
  private final SaleBooks books;
  private final StateView<ListingEvent> listings;

  MarketplaceResource(Accounts accounts, SaleBooks books, Inboxes inboxes) {
    this.accounts = accounts;
    this.books = books;
    this.listings = inboxes.view(Topics.LISTINGS, ListingEvent.class);
  }

  /**
   * @param waiting articles that may have to be sent
   * @param problems reports that a person has to look at
   */
  record Account(
      ChannelId channel, String account, int waiting, List<SaleBooks.Problem> problems) {}

  record Page(List<ListingChanged> items, @Nullable String next) {}

  @GetMapping
  List<Account> accounts() {
    return accounts.channels().stream()
        .map(c -> new Account(c.id(), c.account(), accounts.waiting(), books.problems(c)))
        .toList();
  }

  /** Listings by channel and SKU; {@code status} narrows them down. */
  @GetMapping("/listings")
  Page listings(
      @RequestParam(required = false) @Nullable String status,
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
            .filter(listing -> sku == null || listing.sku().value().equals(sku))
            .filter(listing -> key(listing).compareTo(cursor) > 0)
            .sorted(Comparator.comparing(MarketplaceResource::key))
            .limit(limit + 1L)
            .toList();
    boolean more = after.size() > limit;
    List<ListingChanged> items = more ? after.subList(0, limit) : after;
    return new Page(items, more ? key(items.get(limit - 1)) : null);
  }

  private static String key(ListingChanged listing) {
    return listing.channel() + "/" + listing.account() + "/" + listing.sku();
  }
}
