package kontor.sandbox.amazon.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kontor.sandbox.amazon.gate.Surroundings;
import kontor.sandbox.amazon.listing.Listing;
import kontor.sandbox.amazon.listing.Listings;
import kontor.sandbox.amazon.notice.Notices;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.state.Table;

/**
 * All offers for an article: the sellers' listings, and competitors that the director sets. The
 * cheapest one is featured; of equal ones the one that Amazon ships, then the oldest.
 */
public final class Market {

  private final Table<Offer> competitors;
  private final Listings listings;
  private final Notices notices;
  private final Surroundings around;

  public Market(Listings listings, Notices notices, Surroundings around) {
    this.competitors = around.store().table("amazon-competitors", Offer.class);
    this.listings = listings;
    this.notices = notices;
    this.around = around;
  }

  /** A competitor offers, or changes the offer. */
  public void offer(Offer offer) {
    competitors.put(key(offer), offer);
    tell(offer.marketplaceId(), offer.asin());
  }

  /** A competitor stops to offer; false if there was no offer. */
  public boolean withdraw(String marketplaceId, String asin, String sellerId) {
    String key = marketplaceId + "|" + asin + "|" + sellerId;
    boolean there = competitors.get(key).isPresent();
    competitors.remove(key);
    if (there) {
      tell(marketplaceId, asin);
    }
    return there;
  }

  private static String key(Offer offer) {
    return offer.marketplaceId() + "|" + offer.asin() + "|" + offer.sellerId();
  }

  /** Whether a marketplace knows an article. */
  boolean knows(String marketplaceId, String asin) {
    return !listings.ofAsin(marketplaceId, asin).isEmpty()
        || competitors.all().stream()
            .anyMatch(o -> o.marketplaceId().equals(marketplaceId) && o.asin().equals(asin));
  }

  /** The offers for an article, cheapest first; the first one is featured. */
  List<Offer> offers(String marketplaceId, String asin) {
    List<Offer> all = new ArrayList<>();
    for (Listing listing : listings.ofAsin(marketplaceId, asin)) {
      boolean byAmazon = listings.offered(listing, true) > 0;
      if (byAmazon || listings.offered(listing, false) > 0) {
        all.add(of(listing, byAmazon));
      }
    }
    competitors.all().stream()
        .filter(o -> o.marketplaceId().equals(marketplaceId) && o.asin().equals(asin))
        .forEach(all::add);
    all.sort(
        Comparator.comparing((Offer offer) -> offer.landed().number())
            .thenComparing(offer -> !offer.byAmazon()));
    List<Offer> ranked = new ArrayList<>();
    all.forEach(offer -> ranked.add(offer.featured(ranked.isEmpty())));
    return ranked;
  }

  private static Offer of(Listing listing, boolean byAmazon) {
    String currency = listing.currency();
    Money price = Money.of(listing.price().orElseThrow(), currency);
    Money none = Money.of(BigDecimal.ZERO, currency);
    return new Offer(
        listing.sellerId(), listing.marketplaceId(), listing.asin(), price, none, byAmazon, false);
  }

  private void tell(String marketplaceId, String asin) {
    List<Offer> offers = offers(marketplaceId, asin);
    if (offers.isEmpty()) {
      return; // nothing to tell of
    }
    listings.ofAsin(marketplaceId, asin).stream()
        .map(Listing::sellerId)
        .distinct()
        .forEach(
            seller ->
                notices.announce(
                    seller,
                    "ANY_OFFER_CHANGED",
                    OfferNotice.of(seller, marketplaceId, asin, offers, around.now()),
                    around.now()));
  }
}
