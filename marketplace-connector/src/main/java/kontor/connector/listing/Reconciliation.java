package kontor.connector.listing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kontor.connector.channel.Account;
import kontor.connector.channel.ListingReports;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.ReportedListing;
import kontor.connector.content.ContentBook;
import kontor.connector.listing.Comparison.Verdict;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.connector.worklist.WorkList;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a few articles at a time with what the marketplace says of them, all of them in turn.
 * Our figures are sent again where only they can be right; what somebody seems to have ended is for
 * a person. Metric {@code kontor.connector.drift} by account and kind.
 */
public final class Reconciliation {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
  private static final Duration LEAST_PATIENCE = Duration.ofMinutes(10);

  private final MarketplaceChannel channel;
  private final Account account;
  private final Listings listings;
  private final WorkList work;
  private final Supplier<Collection<Sku>> allSkus;
  private final Supplier<ContentBook> names;
  private final Duration pollEvery;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Comparison comparison = new Comparison();
  private final Map<Sku, Instant> shownSince = new HashMap<>();
  private final Turns turns = new Turns();
  private final Doubts doubts;

  /**
   * @param names what articles are called there
   * @param pollEvery how often orders are asked for, where the marketplace sets no limit
   */
  public Reconciliation(
      MarketplaceChannel channel,
      Listings listings,
      WorkList work,
      Supplier<Collection<Sku>> allSkus,
      Supplier<ContentBook> names,
      Duration pollEvery,
      MeterRegistry meters,
      Clock clock) {
    this.channel = channel;
    this.account = channel.account();
    this.listings = listings;
    this.work = work;
    this.allSkus = allSkus;
    this.names = names;
    this.pollEvery = pollEvery;
    this.meters = meters;
    this.clock = clock;
    this.doubts = new Doubts(clock);
  }

  /**
   * The marketplace hints that it shows something else of the article: it is compared before its
   * turn. Any thread may say so.
   *
   * @param there its SKU at the marketplace
   */
  public void compareSoon(Sku there) {
    turns.hint(there);
  }

  /**
   * The marketplace may show other figures of these unless we change them soon: it has sold units,
   * or what another process sent may still come through. Any thread may say so.
   */
  public void doubt(Collection<Sku> skus) {
    doubts.add(skus, sku -> listings.lastSeen(channel, sku));
  }

  /** Compares the next articles. Returns those whose figures are to be sent again. */
  public List<Sku> run() {
    if (!(channel instanceof ListingReports reports)) {
      return List.of();
    }
    Map<Sku, Listing> believed = new HashMap<>();
    Set<Sku> ended = new HashSet<>();
    ContentBook book = names.get();
    doubts
        .unchanged(sku -> listings.lastSeen(channel, sku))
        .forEach(sku -> turns.hint(book.there(sku)));
    for (Sku sku : turns.next(allSkus.get(), book::ours)) {
      Listing listing = listings.find(channel, sku);
      if (listing.shown()) {
        believed.put(sku, listing);
      } else if (listing.status() == ListingStatus.ENDED) {
        ended.add(sku);
      }
    }
    if (believed.isEmpty() && ended.isEmpty()) {
      return List.of();
    }
    Set<Sku> asked = new HashSet<>();
    ended.forEach(sku -> asked.add(book.there(sku)));
    believed.keySet().forEach(sku -> asked.add(book.there(sku)));
    Map<Sku, ReportedListing> shown = new HashMap<>();
    reports.listings(asked).forEach(one -> shown.put(book.ours(one.sku()), one));
    List<Sku> again = new ArrayList<>(stillThere(ended, shown));
    believed.forEach(
        (sku, listing) -> {
          if (differs(sku, listing, Optional.ofNullable(shown.get(sku)))) {
            again.add(sku);
          }
        });
    return again;
  }

  /** Another instance compared until now. */
  public void takeOver() {
    comparison.forget();
    shownSince.clear();
  }

  /** Ended here, and not there after a time in which the marketplace may have been slow. */
  private List<Sku> stillThere(Set<Sku> ended, Map<Sku, ReportedListing> shown) {
    List<Sku> again = new ArrayList<>();
    Instant now = clock.instant();
    for (Sku sku : ended) {
      ReportedListing one = shown.get(sku);
      if (one == null || one.state() != ReportedListing.State.LIVE) {
        shownSince.remove(sku);
      } else if (!now.isBefore(shownSince.computeIfAbsent(sku, s -> now).plus(LEAST_PATIENCE))) {
        shownSince.remove(sku);
        LOG.warn("{} {}: is there though it was ended", account.key(), sku);
        drift("ended").increment();
        listings.update(channel, sku, listing -> PresenceDecider.backAgain(account, sku, listing));
        again.add(sku);
      }
    }
    return again;
  }

  private boolean differs(Sku sku, Listing listing, Optional<ReportedListing> shown) {
    Verdict verdict = comparison.verdict(sku, listing, shown, clock.instant(), patience());
    if (verdict instanceof Verdict.OtherFigures other) {
      LOG.warn("{} {}: {}sending ours again", account.key(), sku, other.difference());
      drift("figures").increment();
      listings.update(channel, sku, now -> ListingDecider.unknownFigures(account, sku, now));
      return true;
    }
    if (verdict instanceof Verdict.NotYet) {
      turns.hint(names.get().there(sku));
    }
    if (verdict instanceof Verdict.Gone) {
      drift("gone").increment();
      work.forPerson(account, Kind.DRIFT, sku.value(), "the listing is not there any more");
    } else {
      work.done(account, Kind.DRIFT, sku.value());
    }
    return false;
  }

  /** Until we have read of a sale, and what it took is taken from what we offer. */
  private Duration patience() {
    Duration twice = channel.orderLag().plus(channel.ordersEvery(pollEvery)).multipliedBy(2);
    return twice.compareTo(LEAST_PATIENCE) > 0 ? twice : LEAST_PATIENCE;
  }

  private Counter drift(String kind) {
    return meters.counter("kontor.connector.drift", "account", account.key(), "kind", kind);
  }
}
