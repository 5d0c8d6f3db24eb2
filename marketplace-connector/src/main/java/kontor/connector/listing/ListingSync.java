package kontor.connector.listing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
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

  private static final int COSMETIC = 2;

  /** Runs that a call which is not full may be held back. */
  private static final int LONGEST_HELD = 8;

  private final MarketplaceChannel channel;
  private final Account account;
  private final WantedOffers wanted;
  private final Listings listings;
  private final Marks marks = new Marks();
  private final Set<Sku> readSinceTakeOver = new HashSet<>();
  private final Settlement settlement;
  private int held;

  public ListingSync(
      MarketplaceChannel channel, WantedOffers wanted, Listings listings, Clock clock) {
    this.channel = channel;
    this.account = channel.account();
    this.wanted = wanted;
    this.listings = listings;
    this.settlement = new Settlement(channel, listings, clock);
  }

  public void mark(Collection<Sku> skus) {
    marks.add(skus);
  }

  /** The marketplace may show other figures of these than we believe. */
  public void sendAgain(Collection<Sku> skus) {
    for (Sku sku : skus) {
      listings.update(
          channel, sku, listing -> ListingDecider.unknownFigures(account, sku, listing));
    }
    mark(skus);
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
    mark(settlement.run(this::listing));
  }

  /** Another instance worked for the account until now: what is remembered may be old. */
  public void takeOver() {
    readSinceTakeOver.clear();
    settlement.forget();
  }

  private void sort(Offer offer, Map<Sku, Offer> pushes, Map<Sku, Offer> publishes) {
    Listing listing = listing(offer.sku());
    if (listing.waiting()) {
      settlement.waitFor(offer.sku());
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
      if (canWait(batch)) {
        return; // they stay marked
      }
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

  /**
   * A call that is not full waits for what still arrives, as when a file brings new prices; not for
   * long, and never with units in it that are not there any more.
   */
  private boolean canWait(List<Offer> batch) {
    boolean full = batch.size() == channel.batchSize();
    boolean urgent = batch.stream().anyMatch(offer -> urgency(offer) < COSMETIC);
    held = full || urgent || waiting() == 0 || held == LONGEST_HELD ? 0 : held + 1;
    return held > 0;
  }

  /** Sold out first, since it may be bought in vain; then fewer units, then the rest. */
  private int urgency(Offer offer) {
    Quantity shown = listings.lastSeen(channel, offer.sku()).quantity();
    if (offer.quantity().isZero()) {
      return 0;
    }
    return shown != null && offer.quantity().compareTo(shown) < 0 ? 1 : COSMETIC;
  }

  private void record(Offer offer, Pushed answer) {
    String content = WantedOffers.fingerprint(offer);
    listings.update(
        channel,
        offer.sku(),
        listing -> ListingDecider.pushed(account, listing, offer, content, answer));
    answer.submission().ifPresent(id -> settlement.waitAnew(offer.sku()));
  }

  private void publish(Offer offer) {
    String content = WantedOffers.fingerprint(offer);
    try {
      Published at = channel.publish(offer);
      listings.update(
          channel,
          offer.sku(),
          listing -> ListingDecider.published(account, listing, offer, at, content));
      at.submission().ifPresent(id -> settlement.waitAnew(offer.sku()));
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
}
