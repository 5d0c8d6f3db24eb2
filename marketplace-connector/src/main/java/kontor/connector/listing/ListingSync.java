package kontor.connector.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
import kontor.connector.channel.Submissions;
import kontor.connector.channel.Submissions.Settled;
import kontor.connector.listing.ListingDecider.Need;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one account up to date. SKUs that may have changed are marked; what is sent is worked out
 * from the newest known figures when it is sent, so many changes of a SKU become one, and an older
 * one can never follow a newer one.
 */
public final class ListingSync {

  private static final Logger LOG = LoggerFactory.getLogger(ListingSync.class);

  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

  private final MarketplaceChannel channel;
  private final Account account;
  private final WantedOffers wanted;
  private final Listings listings;
  private final Marks marks = new Marks();
  private final Set<Sku> readSinceTakeOver = new HashSet<>();
  private final Map<Sku, Instant> submitted = new HashMap<>();
  private final Clock clock;

  public ListingSync(
      MarketplaceChannel channel, WantedOffers wanted, Listings listings, Clock clock) {
    this.clock = clock;
    this.channel = channel;
    this.account = channel.account();
    this.wanted = wanted;
    this.listings = listings;
  }

  public void mark(Collection<Sku> skus) {
    marks.add(skus);
  }

  /** How many articles wait to be looked at. */
  public int waiting() {
    return marks.size();
  }

  /**
   * Sends what is marked, figures first, for they are the more urgent. What a failure left unsent
   * stays marked.
   */
  public void run() {
    Map<Sku, Offer> pushes = new HashMap<>();
    Map<Sku, Offer> publishes = new LinkedHashMap<>();
    for (Sku sku : marks.take()) {
      wanted.offer(channel, sku).ifPresent(offer -> sort(offer, pushes, publishes));
    }
    try {
      push(pushes);
      for (Offer offer : List.copyOf(publishes.values())) {
        publish(offer);
        publishes.remove(offer.sku());
        if (waiting() > 0) {
          break; // sold out must not wait behind a long row of new listings
        }
      }
    } finally {
      mark(pushes.keySet());
      mark(publishes.keySet());
    }
  }

  /** Asks what became of that which the marketplace has only taken note of. */
  public void settle() {
    if (!(channel instanceof Submissions submissions)) {
      return;
    }
    Map<String, List<PriceAndQuantity>> waiting = new LinkedHashMap<>();
    for (Sku sku : Set.copyOf(submitted.keySet())) {
      Listing listing = listing(sku);
      if (listing.waiting() && listing.submission() != null) {
        waiting
            .computeIfAbsent(listing.submission(), id -> new ArrayList<>())
            .add(part(sku, listing));
      } else {
        submitted.remove(sku);
      }
    }
    waiting.forEach((submission, parts) -> settle(submissions, submission, parts));
  }

  /** Of what the marketplace has not said anything for long, it will say nothing any more. */
  private void settle(Submissions submissions, String submission, List<PriceAndQuantity> parts) {
    submissions.settled(submission, parts).forEach(one -> settle(submission, one));
    Instant lost = clock.instant().minus(LONGEST_SILENCE);
    for (PriceAndQuantity part : parts) {
      if (submitted.getOrDefault(part.sku(), Instant.MAX).isBefore(lost)) {
        LOG.warn("{} says nothing of {} any more; sending again", channel.id(), part.sku());
        settle(submission, Settled.lost(part.sku()));
      }
    }
  }

  /** Another instance worked for the account until now: what is remembered may be old. */
  public void takeOver() {
    readSinceTakeOver.clear();
    submitted.clear();
  }

  private void sort(Offer offer, Map<Sku, Offer> pushes, Map<Sku, Offer> publishes) {
    Listing listing = listing(offer.sku());
    if (listing.waiting()) {
      submitted.putIfAbsent(offer.sku(), clock.instant());
    }
    Need need = ListingDecider.need(listing, offer, WantedOffers.fingerprint(offer));
    if (need == Need.PUSH) {
      pushes.put(offer.sku(), offer);
    } else if (need == Need.PUBLISH) {
      publishes.put(offer.sku(), offer);
    }
  }

  private Listing listing(Sku sku) {
    return readSinceTakeOver.add(sku)
        ? listings.find(channel, sku)
        : listings.lastSeen(channel, sku);
  }

  private void push(Map<Sku, Offer> offers) {
    List<Offer> all = new ArrayList<>(offers.values());
    all.sort(Comparator.comparingInt(this::urgency));
    for (int from = 0; from < all.size(); from += channel.batchSize()) {
      List<Offer> batch = all.subList(from, Math.min(all.size(), from + channel.batchSize()));
      List<PriceAndQuantity> parts = new ArrayList<>();
      for (Offer offer : batch) {
        String offerId = String.valueOf(listings.lastSeen(channel, offer.sku()).offerId());
        parts.add(new PriceAndQuantity(offer.sku(), offerId, offer.price(), offer.quantity()));
      }
      for (Pushed pushed : channel.push(parts)) {
        Offer offer = offers.remove(pushed.sku());
        if (offer != null) {
          record(offer, pushed);
        }
      }
    }
  }

  /** Sold out first, since it may be bought in vain; then fewer units, then the rest. */
  private int urgency(Offer offer) {
    Quantity shown = listings.lastSeen(channel, offer.sku()).quantity();
    if (offer.quantity().isZero()) {
      return 0;
    }
    return shown != null && offer.quantity().compareTo(shown) < 0 ? 1 : 2;
  }

  private void record(Offer offer, Pushed answer) {
    String content = WantedOffers.fingerprint(offer);
    listings.update(
        channel,
        offer.sku(),
        listing -> ListingDecider.pushed(account, listing, offer, content, answer));
    answer.submission().ifPresent(id -> submitted.putIfAbsent(offer.sku(), clock.instant()));
  }

  private void publish(Offer offer) {
    String content = WantedOffers.fingerprint(offer);
    try {
      Published at = channel.publish(offer);
      listings.update(
          channel,
          offer.sku(),
          listing -> ListingDecider.published(account, listing, offer, at, content));
      at.submission().ifPresent(id -> submitted.putIfAbsent(offer.sku(), clock.instant()));
    } catch (ChannelException e) {
      if (e.kind() != Kind.REFUSED) {
        throw e;
      }
      String why = String.valueOf(e.getMessage());
      LOG.info("{} refuses {}: {}", channel.id(), offer.sku(), why);
      listings.update(
          channel,
          offer.sku(),
          listing -> ListingDecider.refused(account, listing, offer, content, why));
    }
  }

  private void settle(String submission, Settled settled) {
    settled
        .refused()
        .ifPresent(why -> LOG.info("{} refuses {}: {}", channel.id(), settled.sku(), why));
    listings.update(
        channel,
        settled.sku(),
        listing -> ListingDecider.settled(account, settled.sku(), listing, submission, settled));
    submitted.remove(settled.sku());
    mark(List.of(settled.sku()));
  }

  private static PriceAndQuantity part(Sku sku, Listing listing) {
    return new PriceAndQuantity(
        sku,
        String.valueOf(listing.offerId()),
        Optional.ofNullable(listing.price()).orElseThrow(),
        Optional.ofNullable(listing.quantity()).orElseThrow());
  }
}
