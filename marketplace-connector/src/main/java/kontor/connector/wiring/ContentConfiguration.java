package kontor.connector.wiring;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kontor.connector.account.Accounts;
import kontor.connector.account.ConnectedAccount.Status;
import kontor.connector.account.OpenChannels;
import kontor.connector.adoption.Adoption;
import kontor.connector.channel.Account;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.content.Articles;
import kontor.connector.content.ContentEvent;
import kontor.connector.content.Contents;
import kontor.connector.content.GapReports;
import kontor.connector.content.Subject;
import kontor.connector.listing.Assortment;
import kontor.connector.listing.Listing;
import kontor.connector.listing.Listings;
import kontor.connector.listing.WantedOffers;
import kontor.connector.wiring.AccountConfiguration.Opening;
import kontor.connector.work.AccountWork;
import kontor.connector.work.AccountWorkers;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is said of articles on each marketplace, and what they lack. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

  @Bean
  Contents contents(EventStore store, Clock clock) {
    return new Contents(store.aggregates(Contents.TYPE, EventCodec.of(ContentEvent.class)), clock);
  }

  /** Of an account that pauses, or has only just been connected, a channel for questions. */
  @Bean
  OpenChannels openChannels(AccountWorkers workers, Accounts accounts, Opening opening) {
    Map<Account, MarketplaceChannel> aside = new ConcurrentHashMap<>();
    return account ->
        workers
            .find(account)
            .map(AccountWork::channel)
            .or(
                () ->
                    accounts
                        .find(account.channel(), account.name())
                        .filter(known -> known.status() != Status.UNAUTHORISED)
                        .flatMap(known -> opening.open(known.account()))
                        .map(fresh -> aside.computeIfAbsent(fresh.account(), same -> fresh)));
  }

  @Bean
  Adoption adoption(
      Contents contents, Listings listings, Assortment assortment, WantedOffers wanted) {
    return new Adoption(contents, listings, new KnownArticles(assortment, wanted, listings));
  }

  @Bean
  Articles articles(Assortment assortment, WantedOffers wanted, Listings listings) {
    return new Articles() {
      @Override
      public Collection<Sku> all() {
        return assortment.skus();
      }

      @Override
      public Optional<Offer> offer(MarketplaceChannel channel, Sku sku) {
        return wanted.offer(channel, sku);
      }

      @Override
      public boolean known(MarketplaceChannel channel, Sku sku) {
        return assortment.find(sku).isPresent()
            || !listings.find(channel, sku).equals(Listing.NONE);
      }

      @Override
      public Optional<List<String>> categories(Subject subject) {
        Optional<ProductPublished> product =
            subject.single()
                ? assortment.find(new Sku(subject.id())).map(Assortment.Article::product)
                : assortment.product(new ProductId(subject.id()));
        return product.map(ProductPublished::categories);
      }
    };
  }

  @Bean
  GapReports gapReports(Articles articles) {
    return new GapReports(articles);
  }
}
