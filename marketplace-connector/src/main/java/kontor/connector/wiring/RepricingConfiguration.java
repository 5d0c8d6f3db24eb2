package kontor.connector.wiring;

import java.time.Clock;
import java.util.function.Function;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.listing.Assortment;
import kontor.connector.listing.ChannelPrices;
import kontor.connector.listing.Listings;
import kontor.connector.listing.WantedOffers;
import kontor.connector.repricing.AccountRepricing;
import kontor.connector.repricing.ChannelFees;
import kontor.connector.repricing.Floors;
import kontor.connector.repricing.LandedCosts;
import kontor.connector.repricing.Pictures;
import kontor.connector.repricing.PriceBook;
import kontor.connector.repricing.PriceKey;
import kontor.connector.repricing.PriceNote;
import kontor.connector.repricing.RuleBooks;
import kontor.connector.repricing.RuleEvent;
import kontor.connector.repricing.Zones;
import kontor.connector.settlement.SettlementViews;
import kontor.contracts.price.ChannelPriceEvent;
import kontor.contracts.price.ChannelPriceEvent.ChannelPriceChanged;
import kontor.contracts.topic.EventCodec;
import kontor.contracts.topic.Topics;
import kontor.eventstore.EventStore;
import kontor.eventstore.kafka.StateView;
import kontor.platform.spring.Inboxes;
import kontor.pricing.tax.ContainedTax;
import kontor.pricing.tax.TaxRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts repricing together. */
@Configuration(proxyBeanMethods = false)
class RepricingConfiguration {

  /** What every instance decided; the inboxes close it. */
  @Bean(destroyMethod = "")
  StateView<ChannelPriceEvent> channelPriceView(Inboxes inboxes) {
    return inboxes.view(Topics.CHANNEL_PRICES, ChannelPriceEvent.class);
  }

  @Bean
  ChannelPrices channelPrices(StateView<ChannelPriceEvent> view) {
    return (account, sku) ->
        view.find(PriceKey.of(account, sku).id()).map(ChannelPriceChanged.class::cast);
  }

  @Bean
  PriceBook priceBook(EventStore store, Clock clock) {
    return new PriceBook(
        store.aggregates(PriceBook.TYPE, EventCodec.of(PriceNote.class, ChannelPriceEvent.class)),
        clock);
  }

  @Bean
  RuleBooks ruleBooks(EventStore store) {
    return new RuleBooks(store.aggregates(RuleBooks.TYPE, EventCodec.of(RuleEvent.class)));
  }

  @Bean
  Floors floors(
      LandedCosts costs,
      SettlementViews settlements,
      Assortment assortment,
      ConnectorSettings settings,
      Clock clock) {
    ContainedTax taxes = new ContainedTax(TaxRules.ofEuropeanUnion(), settings.zone());
    return new Floors(costs, new ChannelFees(settlements), assortment, taxes, clock);
  }

  /** Opens the repricing of an account. */
  @FunctionalInterface
  interface Repricing extends Function<MarketplaceChannel, AccountRepricing> {}

  @Bean
  AccountRepricing.Sources repricingSources(
      RuleBooks rules,
      PriceBook book,
      ChannelPrices prices,
      Floors floors,
      Pictures pictures,
      Assortment assortment,
      WantedOffers wanted,
      Listings listings) {
    return new AccountRepricing.Sources(
        rules, book, prices, floors, pictures, assortment, wanted, listings);
  }

  @Bean
  Repricing repricing(AccountRepricing.Sources sources, RepricingSettings settings, Clock clock) {
    return channel ->
        new AccountRepricing(
            channel,
            sources,
            new AccountRepricing.Timing(
                settings.lookEvery(), settings.staleAfter(), Zones.of(channel.country())),
            clock);
  }
}
