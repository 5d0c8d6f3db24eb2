package kontor.catalog.shop;

import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Sku;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.pricing.cart.Article;
import kontor.pricing.cart.Buyer;
import kontor.pricing.price.PriceSource;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Pricing;
import kontor.pricing.quote.ShownPrice;

/**
 * What an article costs and how many there are, as a shopper is shown it: by the same code and the
 * same events as the order charges and reserves.
 */
public final class Showcase {

  private final Pricing pricing;
  private final PriceSource prices;
  private final Supplier<PromotionBook> promotions;
  private final ToIntFunction<Sku> available;
  private final Clock clock;

  /**
   * @param available what can be promised of an article that is no bundle, below zero when oversold
   */
  public Showcase(
      Pricing pricing,
      PriceSource prices,
      Supplier<PromotionBook> promotions,
      ToIntFunction<Sku> available,
      Clock clock) {
    this.pricing = pricing;
    this.prices = prices;
    this.promotions = promotions;
    this.available = available;
    this.clock = clock;
  }

  /** A consumer of our own shop. */
  public static Buyer shopper(CountryCode country, Currency currency) {
    return Buyer.consumer(ChannelId.SHOP, country, currency);
  }

  /** The price of one unit now; empty when it is not for sale to this buyer. */
  public Optional<ShownPrice> price(ProductPublished product, Variant variant, Buyer buyer) {
    Article article = new Article(variant.sku(), product.taxClass(), product.categories());
    return pricing.show(article, buyer, prices, promotions.get(), clock.instant());
  }

  /** Units that can be ordered: of a bundle as many as its scarcest part allows. */
  public int available(Variant variant) {
    List<BundleComponent> parts = variant.components();
    int units =
        parts.isEmpty()
            ? available.applyAsInt(variant.sku())
            : parts.stream()
                .mapToInt(part -> available.applyAsInt(part.sku()) / part.quantity().value())
                .min()
                .orElse(0);
    return Math.max(0, units);
  }
}
