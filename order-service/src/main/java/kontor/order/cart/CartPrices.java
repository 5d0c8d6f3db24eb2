package kontor.order.cart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.PromotionId;
import kontor.contracts.Sku;
import kontor.contracts.TaxTreatment;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.Assortment.Offered;
import kontor.order.assortment.Delivery;
import kontor.order.assortment.PriceList;
import kontor.order.assortment.PriceList.Reductions;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.promotion.LimitedPromotions;
import kontor.order.promotion.Redeemer;
import kontor.order.promotion.Refused;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.CartLine;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.shipping.ShippingOffer;

/** What a cart costs now, or which of its articles cannot be bought. */
public final class CartPrices {

  private final Assortment assortment;
  private final PriceList prices;
  private final BuyerTerms terms;
  private final LimitedPromotions limited;
  private final int usualGrams;

  /**
   * @param usualGrams what an article weighs of which the catalog does not say
   */
  public CartPrices(
      Assortment assortment,
      PriceList prices,
      BuyerTerms terms,
      LimitedPromotions limited,
      int usualGrams) {
    this.assortment = assortment;
    this.prices = prices;
    this.terms = terms;
    this.limited = limited;
    this.usualGrams = usualGrams;
  }

  /**
   * @param quote absent when the cart is empty, something in it is not for sale, or no method of
   *     shipping takes it
   * @param notForSale articles that are gone or have no price
   * @param offers of shipping, in the buyer's form of price, the cheapest first
   * @param chosen how it is sent
   * @param treatment how VAT applies
   * @param promotions of the quote, as they stand
   * @param usedUp promotions that the buyer does not get since they are used up: those that he was
   *     told of and those found now
   * @param unseen those of them of which he may not know: when he last changed his cart, he was
   *     shown the price with them
   */
  public record Priced(
      Optional<Quote> quote,
      List<Sku> notForSale,
      List<ShippingOffer> offers,
      Optional<ShippingOffer> chosen,
      TaxTreatment treatment,
      List<PromotionPublished> promotions,
      List<PromotionNotice> usedUp,
      List<PromotionNotice> unseen) {

    /** A cart that has no prices now. */
    public static Priced unpriced(List<Sku> gone, TaxTreatment treatment) {
      return new Priced(
          Optional.empty(),
          gone,
          List.of(),
          Optional.empty(),
          treatment,
          List.of(),
          List.of(),
          List.of());
    }

    /** What one unit costs; empty when there is no quote. */
    public Optional<Money> unitPrice(Sku sku) {
      return quote.flatMap(
          all ->
              all.lines().stream()
                  .filter(line -> line.sku().equals(sku))
                  .map(QuoteLine::unitPrice)
                  .findFirst());
    }
  }

  /**
   * @param who buys: decides whether a promotion with a limit of uses is used up for him
   */
  public Priced price(OpenCart cart, Redeemer who) {
    List<CartLine> lines = new ArrayList<>();
    List<Sku> gone = new ArrayList<>();
    cart.lines()
        .items()
        .forEach(
            (sku, item) ->
                assortment
                    .find(sku)
                    .map(Offered::article)
                    .ifPresentOrElse(
                        article -> lines.add(new CartLine(article, item.quantity())),
                        () -> gone.add(sku)));
    if (lines.isEmpty() || !gone.isEmpty()) {
      return Priced.unpriced(gone, terms.treatment(cart));
    }
    return price(cart, lines, who);
  }

  /** Each round leaves out what the one before found to be used up. */
  private Priced price(OpenCart cart, List<CartLine> lines, Redeemer who) {
    String coupon = cart.choices().coupon();
    Set<String> coupons = coupon == null ? Set.of() : Set.of(coupon);
    Delivery delivery = new Delivery(cart.country(), grams(lines), cart.choices().shippingMethod());
    Buyer buyer = terms.of(cart);
    Map<PromotionId, PromotionNotice> usedUp = told(cart);
    List<PromotionNotice> unseen = new ArrayList<>();
    while (true) {
      Reductions reductions = new Reductions(coupons, usedUp.keySet());
      PriceList.Answer answer = prices.quote(buyer, lines, reductions, delivery);
      List<Refused> refused =
          answer.applied().stream().flatMap(p -> limited.refusal(p, who).stream()).toList();
      if (refused.isEmpty()) {
        return new Priced(
            answer.quote(),
            answer.notForSale(),
            answer.offers(),
            answer.chosen(),
            buyer.treatment(),
            answer.applied(),
            List.copyOf(usedUp.values()),
            List.copyOf(unseen));
      }
      for (Refused one : refused) {
        PromotionNotice notice = PromotionNotice.of(one);
        usedUp.put(notice.promotion(), notice);
        if (cart.touchedAt() == null || cart.untouchedSince(one.shownSince())) {
          unseen.add(notice);
        }
      }
    }
  }

  private static Map<PromotionId, PromotionNotice> told(OpenCart cart) {
    Map<PromotionId, PromotionNotice> told = new LinkedHashMap<>();
    cart.choices()
        .refused()
        .forEach(
            one ->
                told.put(
                    one.promotion(),
                    PromotionNotice.of(one.promotion(), one.name(), one.coupon(), one.why())));
    return told;
  }

  private long grams(List<CartLine> lines) {
    long grams = 0;
    for (CartLine line : lines) {
      Integer one =
          assortment.find(line.article().sku()).map(o -> o.variant().weightGrams()).orElse(null);
      grams += (long) line.quantity().value() * (one == null ? usualGrams : one);
    }
    return grams;
  }
}
