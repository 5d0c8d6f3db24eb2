package kontor.order.assortment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.Cart;
import kontor.pricing.cart.CartLine;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.price.PriceSource;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Pricing;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteOutcome;
import kontor.pricing.quote.QuoteOutcome.NotForSale;
import kontor.pricing.quote.ShippingPrice;
import kontor.pricing.shipping.Consignment;
import kontor.pricing.shipping.ShippingOffer;
import kontor.pricing.shipping.ShippingTable;
import kontor.pricing.tax.TaxRules;

/** Works out what is to be paid, with the same code and the same prices as the catalog shows. */
public final class PriceList {

  private final PriceSource prices;
  private final Supplier<PromotionBook> promotions;
  private final Pricing pricing;
  private final Supplier<ShippingTable> shipping;
  private final Clock clock;

  public PriceList(
      PriceSource prices,
      Supplier<PromotionBook> promotions,
      ZoneId zone,
      Supplier<ShippingTable> shipping,
      Clock clock) {
    this.prices = prices;
    this.promotions = promotions;
    this.pricing = new Pricing(TaxRules.ofEuropeanUnion(), zone);
    this.shipping = shipping;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param quote absent when something is not for sale, or no method of shipping takes it
   * @param offers of shipping, in the buyer's form of price, the cheapest first
   * @param chosen one of them; absent when there is none
   */
  public record Answer(
      Optional<Quote> quote,
      List<Sku> notForSale,
      List<ShippingOffer> offers,
      Optional<ShippingOffer> chosen) {}

  /** Prices of this moment; shipping depends on the value of the goods, VAT included. */
  public Answer quote(Buyer buyer, List<CartLine> lines, Set<String> coupons, Delivery delivery) {
    Instant now = clock.instant();
    Money none = Money.zero(buyer.currency());
    QuoteOutcome goods = quote(new Cart(buyer.taxed(), lines, coupons, none), now);
    if (!(goods instanceof Quote taxed)) {
      List<Sku> missing = ((NotForSale) goods).skus();
      return new Answer(Optional.empty(), missing, List.of(), Optional.empty());
    }
    List<ShippingOffer> offers = offers(buyer, delivery, taxed);
    Optional<ShippingOffer> chosen = ShippingTable.choose(offers, delivery.method());
    Optional<Quote> quote =
        chosen.map(
            offer -> {
              String method = offer.method().code();
              return (Quote) quote(new Cart(buyer, lines, coupons, offer.price(), method), now);
            });
    return new Answer(quote, List.of(), offers, chosen);
  }

  private List<ShippingOffer> offers(Buyer buyer, Delivery delivery, Quote goods) {
    Consignment what =
        new Consignment(delivery.country(), delivery.grams(), goods.totals().grand());
    List<ShippingOffer> gross = shipping.get().offers(what);
    return buyer.form() == PriceForm.GROSS && !buyer.treatment().exempt()
        ? gross
        : gross.stream()
            .map(o -> new ShippingOffer(o.method(), ShippingPrice.net(o.price(), goods)))
            .toList();
  }

  private QuoteOutcome quote(Cart cart, Instant at) {
    return pricing.quote(cart, prices, promotions.get(), at);
  }
}
