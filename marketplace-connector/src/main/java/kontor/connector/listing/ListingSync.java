package kontor.connector.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Published;
import kontor.connector.channel.Pushed;
import kontor.connector.listing.ListingDecider.Need;
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

  private final MarketplaceChannel channel;
  private final WantedOffers wanted;
  private final Listings listings;
  private final Set<Sku> marked = new LinkedHashSet<>();
  private final Set<Sku> readSinceTakeOver = new HashSet<>();

  public ListingSync(MarketplaceChannel channel, WantedOffers wanted, Listings listings) {
    this.channel = channel;
    this.wanted = wanted;
    this.listings = listings;
  }

  public void mark(Collection<Sku> skus) {
    synchronized (marked) {
      marked.addAll(skus);
      marked.notifyAll();
    }
  }

  /** How many articles wait to be looked at. */
  public int waiting() {
    synchronized (marked) {
      return marked.size();
    }
  }

  /** Waits until something is marked, at most so long. */
  public void await(long milliseconds) throws InterruptedException {
    synchronized (marked) {
      if (marked.isEmpty()) {
        marked.wait(milliseconds);
      }
    }
  }

  /**
   * Sends what is marked, figures first, for they are the more urgent. What a failure left unsent
   * stays marked.
   */
  public void run() {
    Map<Sku, Offer> pushes = new HashMap<>();
    Map<Sku, Offer> publishes = new HashMap<>();
    for (Sku sku : take()) {
      wanted
          .offer(channel, sku)
          .ifPresent(
              offer -> {
                Need need =
                    ListingDecider.need(listing(sku), offer, WantedOffers.fingerprint(offer));
                if (need == Need.PUSH) {
                  pushes.put(sku, offer);
                } else if (need == Need.PUBLISH) {
                  publishes.put(sku, offer);
                }
              });
    }
    try {
      push(pushes);
      for (Offer offer : List.copyOf(publishes.values())) {
        publish(offer);
        publishes.remove(offer.sku());
        if (waitingFigures()) {
          break; // sold out must not wait behind a long row of new listings
        }
      }
    } finally {
      mark(pushes.keySet());
      mark(publishes.keySet());
    }
  }

  /** Another instance worked for the account until now: what is remembered may be old. */
  public void takeOver() {
    readSinceTakeOver.clear();
  }

  private Listing listing(Sku sku) {
    return readSinceTakeOver.add(sku)
        ? listings.find(channel, sku)
        : listings.lastSeen(channel, sku);
  }

  private boolean waitingFigures() {
    return waiting() > 0;
  }

  private List<Sku> take() {
    synchronized (marked) {
      List<Sku> taken = List.copyOf(marked);
      marked.clear();
      return taken;
    }
  }

  private void push(Map<Sku, Offer> offers) {
    List<Offer> all = new ArrayList<>(offers.values());
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
          record(offer, pushed.refused());
        }
      }
    }
  }

  private void record(Offer offer, Optional<String> refused) {
    String content = WantedOffers.fingerprint(offer);
    listings.update(
        channel,
        offer.sku(),
        listing ->
            refused
                .map(why -> ListingDecider.refused(channel, listing, offer, content, why))
                .orElseGet(() -> ListingDecider.pushed(channel, offer, listing.listingId())));
  }

  private void publish(Offer offer) {
    String content = WantedOffers.fingerprint(offer);
    try {
      Published at = channel.publish(offer);
      listings.update(
          channel, offer.sku(), l -> ListingDecider.published(channel, offer, at, content));
    } catch (ChannelException e) {
      if (e.kind() != Kind.REFUSED) {
        throw e;
      }
      LOG.info("{} refuses {}: {}", channel.id(), offer.sku(), e.getMessage());
      listings.update(
          channel,
          offer.sku(),
          listing ->
              ListingDecider.refused(
                  channel, listing, offer, content, String.valueOf(e.getMessage())));
    }
  }
}
