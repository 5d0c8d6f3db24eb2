package kontor.order.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.TaxTreatment;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.Assortment.Offered;
import kontor.order.assortment.Delivery;
import kontor.order.assortment.PriceList;
import kontor.order.cart.ShoppingCart.OpenCart;
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
  private final int usualGrams;

  /**
   * @param usualGrams what an article weighs of which the catalog does not say
   */
  public CartPrices(Assortment assortment, PriceList prices, BuyerTerms terms, int usualGrams) {
    this.assortment = assortment;
    this.prices = prices;
    this.terms = terms;
    this.usualGrams = usualGrams;
  }

  /**
   * @param quote absent when the cart is empty, something in it is not for sale, or no method of
   *     shipping takes it
   * @param notForSale articles that are gone or have no price
   * @param offers of shipping, in the buyer's form of price, the cheapest first
   * @param chosen how it is sent
   * @param treatment how VAT applies
   */
  public record Priced(
      Optional<Quote> quote,
      List<Sku> notForSale,
      List<ShippingOffer> offers,
      Optional<ShippingOffer> chosen,
      TaxTreatment treatment) {

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

  public Priced price(OpenCart cart) {
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
      return new Priced(Optional.empty(), gone, List.of(), Optional.empty(), terms.treatment(cart));
    }
    String coupon = cart.choices().coupon();
    Set<String> coupons = coupon == null ? Set.of() : Set.of(coupon);
    Delivery delivery = new Delivery(cart.country(), grams(lines), cart.choices().shippingMethod());
    Buyer buyer = terms.of(cart);
    PriceList.Answer answer = prices.quote(buyer, lines, coupons, delivery);
    return new Priced(
        answer.quote(), answer.notForSale(), answer.offers(), answer.chosen(), buyer.treatment());
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
