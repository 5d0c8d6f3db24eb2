package kontor.catalog.shop.adapter;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import kontor.catalog.platform.PlatformSettings;
import kontor.catalog.shop.Showcase;
import kontor.contracts.ChannelId;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.stock.StockLevelEvent;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.eventstore.kafka.StateView;
import kontor.pricing.price.PriceSource;
import kontor.pricing.quote.Pricing;
import kontor.pricing.tax.TaxRules;

/** Feeds the showcase with this instance's views. */
@Singleton
final class ShopWiring {

  @Produces
  @Singleton
  TaxRules taxRules() {
    return TaxRules.ofEuropeanUnion();
  }

  @Produces
  @Singleton
  PriceSource priceSource(StateView<PriceEvent> prices) {
    return sku ->
        prices
            .find(sku.value())
            .map(event -> event instanceof PricesSet set ? set.prices() : null)
            .orElse(List.of());
  }

  @Produces
  @Singleton
  Showcase showcase(
      TaxRules taxes,
      PlatformSettings settings,
      PriceSource prices,
      StandingPromotions promotions,
      StateView<StockLevelEvent> stock,
      Clock clock) {
    return new Showcase(
        new Pricing(taxes, settings.shop().zone()),
        prices,
        promotions::book,
        sku -> available(stock, sku),
        clock);
  }

  private static int offered(StockLevelChanged level) {
    return level.sellable(ChannelId.SHOP).value();
  }

  private static int available(StateView<StockLevelEvent> stock, Sku sku) {
    return stock
        .find(sku.value())
        .map(event -> event instanceof StockLevelChanged level ? offered(level) : 0)
        .orElse(0);
  }
}
