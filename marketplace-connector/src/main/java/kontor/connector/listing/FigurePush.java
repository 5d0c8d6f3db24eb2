package kontor.connector.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.PriceAndQuantity;
import kontor.connector.channel.Pushed;
import kontor.connector.listing.ListingDecider.Need;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;

/** Sends prices and quantities of what stands there, as many in a call as it takes. */
final class FigurePush {

  private static final int COSMETIC = 2;

  /** Runs that a call which is not full may be held back. */
  private static final int LONGEST_HELD = 20;

  private final MarketplaceChannel channel;
  private final Account account;
  private final WantedOffers wanted;
  private final Listings listings;
  private final Settlement settlement;
  private final Withheld withheld;
  private final UnderWay underWay;
  private final BooleanSupplier arriving;
  private int held;

  /**
   * @param arriving whether more articles are about to change
   */
  FigurePush(
      MarketplaceChannel channel,
      WantedOffers wanted,
      Listings listings,
      Settlement settlement,
      Withheld withheld,
      UnderWay underWay,
      BooleanSupplier arriving) {
    this.channel = channel;
    this.account = channel.account();
    this.wanted = wanted;
    this.listings = listings;
    this.settlement = settlement;
    this.withheld = withheld;
    this.underWay = underWay;
    this.arriving = arriving;
  }

  /** Takes out of the map what is done; the others stay to be done. */
  void push(Map<Sku, Offer> offers) {
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
        Sku there = wanted.names(channel).there(offer.sku());
        parts.add(
            new PriceAndQuantity(
                there, offerId, offer.price(), offer.quantity(), urgency(offer) < COSMETIC));
      }
      // what the channel leaves for later is as clear as before, what it answers is clear
      Set<Sku> clear = underWay.begin(batch.stream().map(Offer::sku).toList());
      for (Pushed pushed : send(clear, parts)) {
        Offer offer = offers.get(wanted.names(channel).ours(pushed.sku()));
        if (offer != null) {
          record(offer, pushed);
          offers.remove(offer.sku());
          clear.add(offer.sku());
        }
      }
      underWay.end(clear);
    }
  }

  private List<Pushed> send(Set<Sku> fresh, List<PriceAndQuantity> parts) {
    try {
      return channel.push(parts);
    } catch (ChannelException e) {
      if (e.kind() == Kind.PACED) {
        underWay.notSent(fresh);
      }
      throw e;
    }
  }

  /**
   * A call that is not full waits for what still arrives, as when a file brings new prices; not for
   * long, and never with units in it that are not there any more.
   */
  private boolean canWait(List<Offer> batch) {
    boolean full = batch.size() == channel.batchSize();
    boolean urgent = batch.stream().anyMatch(offer -> urgency(offer) < COSMETIC);
    held = full || urgent || !arriving.getAsBoolean() || held == LONGEST_HELD ? 0 : held + 1;
    return held > 0;
  }

  /** Sold out first, since it may be bought in vain; then fewer units, then the rest. */
  private int urgency(Offer offer) {
    Quantity shown = listings.lastSeen(channel, offer.sku()).quantity();
    if (offer.quantity().isZero()) {
      return 0;
    }
    boolean fewer = shown != null && offer.quantity().compareTo(shown) < 0;
    return fewer || underWay.unclear(offer.sku()) ? 1 : COSMETIC;
  }

  /** Of what stands there though it lacks something now. */
  void pushFigures(Offer offer) {
    Listing listing = listings.lastSeen(channel, offer.sku());
    String there = listing.content();
    if (there != null && ListingDecider.need(listing, offer, there) == Need.PUSH) {
      push(new HashMap<>(Map.of(offer.sku(), offer)));
    }
  }

  private void record(Offer offer, Pushed answer) {
    String content =
        withheld.comparable(
            listings.lastSeen(channel, offer.sku()), offer.sku(), WantedOffers.fingerprint(offer));
    listings.update(
        channel,
        offer.sku(),
        listing ->
            PresenceDecider.as(
                wanted.presence(channel, offer.sku()),
                ListingDecider.pushed(account, listing, offer, content, answer)));
    answer.submission().ifPresent(id -> settlement.waitAnew(offer.sku()));
  }
}
