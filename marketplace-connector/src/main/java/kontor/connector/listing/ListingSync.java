package kontor.connector.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Published;
import kontor.connector.content.ContentBook;
import kontor.connector.content.Presence;
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

  /** How long new listings go on though figures have changed: part of the second these have. */
  private static final Duration PUBLISHING = Duration.ofMillis(250);

  private final MarketplaceChannel channel;
  private final Account account;
  private final WantedOffers wanted;
  private final Listings listings;
  private final Marks marks;
  private final Set<Sku> readSinceTakeOver = new HashSet<>();
  private final Clock clock;
  private final Settlement settlement;
  private final Withheld withheld;
  private final TakingOff takingOff;
  private final UnderWay underWay;
  private final FigurePush figures;

  public ListingSync(
      MarketplaceChannel channel,
      WantedOffers wanted,
      Listings listings,
      OpenPushes pushes,
      Clock clock) {
    this.channel = channel;
    this.clock = clock;
    this.marks = new Marks(clock);
    this.account = channel.account();
    this.wanted = wanted;
    this.listings = listings;
    this.settlement = new Settlement(channel, listings, this::presence, this::names, clock);
    this.withheld = new Withheld(channel, listings);
    this.takingOff = new TakingOff(channel, listings, this::names);
    this.underWay = new UnderWay(account, pushes);
    this.figures =
        new FigurePush(channel, wanted, listings, settlement, withheld, underWay, marks::arriving);
  }

  public void mark(Collection<Sku> skus) {
    marks.add(skus);
  }

  /**
   * Something else is decided of these, maybe by another instance: what is known of them is old.
   */
  public void look(Collection<Sku> skus) {
    readSinceTakeOver.removeAll(skus);
    mark(skus);
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
    Set<Sku> ends = new LinkedHashSet<>();
    List<Sku> marked = marks.take();
    try {
      marked.forEach(sku -> sort(sku, pushes, publishes, ends));
    } catch (RuntimeException e) {
      marks.putBack(marked); // the store is away
      throw e;
    }
    Instant turnEnds = clock.instant().plus(PUBLISHING);
    try {
      figures.push(pushes);
      for (Sku sku : List.copyOf(ends)) {
        takingOff.takeOff(sku, listing(sku));
        ends.remove(sku);
      }
      for (Offer offer : List.copyOf(publishes.values())) {
        publish(offer);
        publishes.remove(offer.sku());
        if (waiting() > 0 && !clock.instant().isBefore(turnEnds)) {
          break; // sold out must not wait behind a long row of new listings
        }
      }
    } finally {
      marks.putBack(ends);
      marks.putBack(pushes.keySet());
      marks.putBack(publishes.keySet());
    }
  }

  /** Asks what became of that which the marketplace has only taken note of. */
  public void settle() {
    mark(settlement.run(this::listing));
  }

  /**
   * Another instance worked for the account until now: what is remembered may be old. What it has
   * sent without writing down the answer is sent again.
   *
   * @return of which articles that is so
   */
  public Set<Sku> takeOver() {
    readSinceTakeOver.clear();
    settlement.forget();
    withheld.forget();
    Set<Sku> unclear = underWay.takeOver();
    marks.putBack(unclear);
    return unclear;
  }

  private void sort(Sku sku, Map<Sku, Offer> pushes, Map<Sku, Offer> publishes, Set<Sku> ends) {
    if (presence(sku) == Presence.ENDED) {
      ends.add(sku);
    } else {
      wanted.wanted(channel, sku).ifPresent(offer -> sort(offer, pushes, publishes));
    }
  }

  private void sort(Offer offer, Map<Sku, Offer> pushes, Map<Sku, Offer> publishes) {
    Listing listing = listing(offer.sku());
    if (listing.waiting()) {
      settlement.waitFor(offer.sku());
    }
    String content = withheld.comparable(listing, offer.sku(), WantedOffers.fingerprint(offer));
    Presence presence = presence(offer.sku());
    switch (need(listing, offer, content, presence)) {
      case PUSH -> pushes.put(offer.sku(), offer);
      case PUBLISH, RELIST -> publishes.put(offer.sku(), offer);
      case NOTE ->
          listings.update(
              channel,
              offer.sku(),
              now -> PresenceDecider.noted(account, offer.sku(), now, presence));
      case NOTHING -> {}
    }
  }

  private Need need(Listing listing, Offer offer, String content, Presence presence) {
    Need need = ListingDecider.need(listing, offer, content, presence);
    boolean asBelieved = need == Need.NOTHING || need == Need.NOTE;
    boolean stands = listing.shown() || listing.waiting();
    return asBelieved && stands && underWay.unclear(offer.sku()) ? Need.PUSH : need;
  }

  private ContentBook names() {
    return wanted.names(channel);
  }

  private Presence presence(Sku sku) {
    return wanted.presence(channel, sku);
  }

  private Listing listing(Sku sku) {
    return readSinceTakeOver.add(sku)
        ? listings.find(channel, sku)
        : listings.lastSeen(channel, sku);
  }

  private void publish(Offer offer) {
    String content = WantedOffers.fingerprint(offer);
    if (withheld.keeps(offer, content)) {
      figures.pushFigures(offer);
      return;
    }
    try {
      Published at = takingOff.publish(offer);
      listings.update(
          channel,
          offer.sku(),
          listing ->
              PresenceDecider.as(
                  presence(offer.sku()),
                  ListingDecider.published(account, listing, offer, at, content)));
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
