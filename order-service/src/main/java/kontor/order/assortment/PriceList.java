package kontor.order.assortment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kontor.contracts.Money;
import kontor.contracts.PromotionId;
import kontor.contracts.Sku;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
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
   * @param applied the promotions of the quote as they stand
   */
  public record Answer(
      Optional<Quote> quote,
      List<Sku> notForSale,
      List<ShippingOffer> offers,
      Optional<ShippingOffer> chosen,
      List<PromotionPublished> applied) {}

  /**
   * What a buyer entered, and what he is not to get.
   *
   * @param without promotions that are not applied, whatever else holds
   */
  public record Reductions(Set<String> coupons, Set<PromotionId> without) {}

  /** One buyer's cart at one moment, with the promotions that stand then. */
  private record Asked(
      Buyer buyer, List<CartLine> lines, Set<String> coupons, PromotionBook book, Instant at) {

    Cart goods(Buyer as) {
      return new Cart(as, lines, coupons, Money.zero(as.currency()));
    }

    Cart sent(ShippingOffer by) {
      return new Cart(buyer, lines, coupons, by.price(), by.method().code());
    }
  }

  /**
   * Prices of this moment; shipping depends on the value of the goods, VAT included, and on whether
   * a promotion pays for it.
   */
  public Answer quote(Buyer buyer, List<CartLine> lines, Reductions reductions, Delivery delivery) {
    PromotionBook book = promotions.get().without(reductions.without());
    Asked asked = new Asked(buyer, lines, reductions.coupons(), book, clock.instant());
    QuoteOutcome goods = quote(asked.goods(buyer.taxed()), asked);
    if (!(goods instanceof Quote taxed)) {
      List<Sku> missing = ((NotForSale) goods).skus();
      return new Answer(Optional.empty(), missing, List.of(), Optional.empty(), List.of());
    }
    return answer(asked, taxed, delivery);
  }

  private Answer answer(Asked asked, Quote taxed, Delivery delivery) {
    Buyer buyer = asked.buyer();
    Quote own = buyer.treatment().exempt() ? (Quote) quote(asked.goods(buyer), asked) : taxed;
    List<PromotionPublished> applied = asked.book().of(own.promotions());
    boolean free = applied.stream().anyMatch(PromotionPublished::shipsFree);
    List<ShippingOffer> offers = offers(buyer, delivery, taxed, free);
    Optional<ShippingOffer> chosen = ShippingTable.choose(offers, delivery.method());
    Optional<Quote> quote = chosen.map(offer -> (Quote) quote(asked.sent(offer), asked));
    return new Answer(quote, List.of(), offers, chosen, applied);
  }

  private List<ShippingOffer> offers(Buyer buyer, Delivery delivery, Quote goods, boolean free) {
    Consignment what =
        new Consignment(delivery.country(), delivery.grams(), goods.totals().grand());
    List<ShippingOffer> listed = shipping.get().offers(what);
    List<ShippingOffer> gross = free ? firstForNothing(listed) : listed;
    return buyer.form() == PriceForm.GROSS && !buyer.treatment().exempt()
        ? gross
        : gross.stream()
            .map(o -> new ShippingOffer(o.method(), ShippingPrice.net(o.price(), goods)))
            .toList();
  }

  /** The cheapest costs nothing, the others what they cost. */
  private static List<ShippingOffer> firstForNothing(List<ShippingOffer> offers) {
    List<ShippingOffer> free = new ArrayList<>(offers);
    if (!free.isEmpty()) {
      ShippingOffer first = free.get(0);
      free.set(0, new ShippingOffer(first.method(), Money.zero(first.price().currency())));
    }
    return free;
  }

  private QuoteOutcome quote(Cart cart, Asked asked) {
    return pricing.quote(cart, prices, asked.book(), asked.at());
  }
}
