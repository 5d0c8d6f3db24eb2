package kontor.connector.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.content.Gap;
import kontor.connector.content.Gaps;
import kontor.contracts.Sku;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the marketplace would refuse for certain is kept back, with what is missing as the issues of
 * its draft. What stands there already stays as it is, and its figures follow. Looked at again
 * whenever the article is, so that it goes by itself once nothing is missing.
 */
final class Withheld {

  private static final Logger LOG = LoggerFactory.getLogger(Withheld.class);

  private final MarketplaceChannel channel;
  private final Listings listings;
  private final Map<Sku, String> lacking = new HashMap<>();

  Withheld(MarketplaceChannel channel, Listings listings) {
    this.channel = channel;
    this.listings = listings;
  }

  /** The content to compare with: what lacks something is not to be sent. */
  String comparable(Listing listing, Sku sku, String content) {
    String there = listing.content();
    return there != null && content.equals(lacking.get(sku)) ? there : content;
  }

  /** Whether the offer is kept back. May ask the marketplace what it wants. */
  boolean keeps(Offer offer, String content) {
    List<Gap> gaps = Gaps.of(channel, offer);
    if (gaps.isEmpty()) {
      lacking.remove(offer.sku());
      return false;
    }
    if (!content.equals(lacking.put(offer.sku(), content))) {
      LOG.info("{} lacks for {}: {}", offer.sku(), channel.id(), gaps.get(0).what());
    }
    List<String> issues = gaps.stream().map(Gap::text).toList();
    Listing known = listings.lastSeen(channel, offer.sku());
    if (!PresenceDecider.withheld(channel.account(), offer.sku(), known, issues).isEmpty()) {
      listings.update(
          channel,
          offer.sku(),
          listing -> PresenceDecider.withheld(channel.account(), offer.sku(), listing, issues));
    }
    return true;
  }

  /** Another instance worked until now. */
  void forget() {
    lacking.clear();
  }
}
