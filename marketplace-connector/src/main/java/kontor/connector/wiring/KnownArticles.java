package kontor.connector.wiring;

import java.util.Collection;
import java.util.Optional;
import kontor.connector.adoption.OwnArticle;
import kontor.connector.adoption.OwnArticles;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.content.ContentBook;
import kontor.connector.listing.Assortment;
import kontor.connector.listing.Listings;
import kontor.connector.listing.WantedOffers;
import kontor.contracts.Sku;

/** What the catalog sells, with what is known to stand on a marketplace. */
final class KnownArticles implements OwnArticles {

  private final Assortment assortment;
  private final WantedOffers wanted;
  private final Listings listings;

  KnownArticles(Assortment assortment, WantedOffers wanted, Listings listings) {
    this.assortment = assortment;
    this.wanted = wanted;
    this.listings = listings;
  }

  @Override
  public Collection<OwnArticle> all(MarketplaceChannel channel, ContentBook book) {
    return assortment.skus().stream()
        .map(sku -> find(channel, book, sku))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public Optional<OwnArticle> find(MarketplaceChannel channel, ContentBook book, Sku sku) {
    return assortment
        .find(sku)
        .map(
            article ->
                new OwnArticle(
                    sku,
                    book.there(sku),
                    article.variant().gtin(),
                    wanted.offer(channel, sku).map(Offer::price).orElse(null),
                    listings.find(channel, sku)));
  }
}
