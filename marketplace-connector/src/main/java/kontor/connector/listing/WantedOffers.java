package kontor.connector.listing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Placement;
import kontor.connector.content.ContentBook;
import kontor.connector.content.Contents;
import kontor.connector.content.Dressing;
import kontor.connector.content.Presence;
import kontor.connector.listing.Assortment.Article;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.price.ChannelPriceEvent.ChannelPriceChanged;
import kontor.contracts.product.ProductEvent.BundleComponent;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.VariantOption;
import kontor.pricing.cart.Buyer;
import kontor.pricing.price.PriceSource;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Pricing;
import kontor.pricing.quote.ShownPrice;

/**
 * What each article should be offered for on a channel now: text from the catalog, the account's
 * own price or else the shop's by the code that also charges, the quantity that the channel can
 * still promise.
 */
public final class WantedOffers {

  private final Assortment assortment;
  private final ChannelPrices own;
  private final PriceSource prices;
  private final Supplier<PromotionBook> promotions;
  private final BiFunction<ChannelId, Sku, Quantity> sellable;
  private final Pricing pricing;
  private final Contents contents;
  private final Clock clock;

  public WantedOffers(
      Assortment assortment,
      ChannelPrices own,
      PriceSource prices,
      Supplier<PromotionBook> promotions,
      BiFunction<ChannelId, Sku, Quantity> sellable,
      Pricing pricing,
      Contents contents,
      Clock clock) {
    this.contents = contents;
    this.assortment = assortment;
    this.own = own;
    this.prices = prices;
    this.promotions = promotions;
    this.sellable = sellable;
    this.pricing = pricing;
    this.clock = clock;
  }

  /** Empty when the article is gone or has no price there. */
  public Optional<Offer> offer(MarketplaceChannel channel, Sku sku) {
    Optional<Article> found = assortment.find(sku);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Article article = found.get();
    Optional<Money> price =
        own.find(channel.account(), sku)
            .map(ChannelPriceChanged::price)
            .or(() -> shopPrice(channel, article));
    return price
        .map(asked -> offer(article, asked, quantity(channel.id(), article)))
        .map(plain -> Dressing.dress(contents.of(channel.account()), article.product(), plain));
  }

  private Optional<Money> shopPrice(MarketplaceChannel channel, Article article) {
    Buyer buyer = Buyer.consumer(channel.id(), channel.country(), Currency.getInstance("EUR"));
    return pricing
        .show(
            new kontor.pricing.cart.Article(
                article.variant().sku(),
                article.product().taxClass(),
                article.product().categories()),
            buyer,
            prices,
            promotions.get(),
            clock.instant())
        .map(ShownPrice::price);
  }

  /** Whether the manager wants the article to stand there. */
  public Presence presence(MarketplaceChannel channel, Sku sku) {
    return contents.of(channel.account()).presence(sku);
  }

  /** What articles are called there that were adopted. */
  ContentBook names(MarketplaceChannel channel) {
    return contents.of(channel.account());
  }

  /** As it is to be sent: of what pauses there is nothing to buy. */
  Optional<Offer> wanted(MarketplaceChannel channel, Sku sku) {
    Optional<Offer> offer = offer(channel, sku);
    return presence(channel, sku) == Presence.PAUSED
        ? offer.map(one -> one.with(Quantity.ZERO))
        : offer;
  }

  /** Tells one content from another; price and quantity are no part of it. */
  public static String fingerprint(Offer offer) {
    String content =
        String.join(
            "\n",
            offer.title(),
            offer.description(),
            String.valueOf(offer.brand()),
            String.valueOf(offer.gtin()),
            offer.options().toString(),
            offer.images() + special(offer));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing for most, so that what was published before placements were known stays the same. */
  private static String special(Offer offer) {
    return offer.placement().equals(Placement.DEFAULT) ? "" : "\n" + offer.placement();
  }

  private static Offer offer(Article article, Money price, Quantity quantity) {
    List<ProductText> texts = article.product().texts();
    ProductText text =
        texts.isEmpty() ? new ProductText("de", article.variant().sku().value(), "") : texts.get(0);
    StringBuilder title = new StringBuilder(text.title());
    for (VariantOption option : article.variant().options()) {
      title.append(", ").append(option.value());
    }
    return new Offer(
        article.variant().sku(),
        title.toString(),
        text.description(),
        article.product().brand(),
        article.variant().gtin(),
        article.variant().options(),
        article.variant().images(),
        price,
        quantity);
  }

  /** Of a bundle as many as its scarcest component allows. */
  private Quantity quantity(ChannelId channel, Article article) {
    List<BundleComponent> components = article.variant().components();
    if (components.isEmpty()) {
      return sellable.apply(channel, article.variant().sku());
    }
    return components.stream()
        .map(
            c ->
                new Quantity(
                    sellable.apply(channel, c.sku()).value() / Math.max(1, c.quantity().value())))
        .min(Quantity::compareTo)
        .orElse(Quantity.ZERO);
  }
}
