package kontor.order.assortment;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import kontor.contracts.Money;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.Cart;
import kontor.pricing.cart.CartLine;
import kontor.pricing.price.PriceSource;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Pricing;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteOutcome;
import kontor.pricing.tax.TaxRules;

/** Works out what is to be paid, with the same code and the same prices as the catalog shows. */
public final class PriceList {

  private final PriceSource prices;
  private final Supplier<PromotionBook> promotions;
  private final Pricing pricing;
  private final ShippingRates shipping;
  private final Clock clock;

  public PriceList(
      PriceSource prices,
      Supplier<PromotionBook> promotions,
      ZoneId zone,
      ShippingRates shipping,
      Clock clock) {
    this.prices = prices;
    this.promotions = promotions;
    this.pricing = new Pricing(TaxRules.ofEuropeanUnion(), zone);
    this.shipping = shipping;
    this.clock = clock;
  }

  /** Prices of this moment; shipping depends on the value of the goods. */
  public QuoteOutcome quote(Buyer buyer, List<CartLine> lines, Set<String> coupons) {
    QuoteOutcome goods = quote(buyer, lines, coupons, shipping.free(buyer));
    return goods instanceof Quote quote
        ? quote(buyer, lines, coupons, shipping.of(buyer, quote.totals().grand()))
        : goods;
  }

  private QuoteOutcome quote(
      Buyer buyer, List<CartLine> lines, Set<String> coupons, Money postage) {
    return pricing.quote(
        new Cart(buyer, lines, coupons, postage), prices, promotions.get(), clock.instant());
  }
}
