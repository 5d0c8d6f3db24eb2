package kontor.order.cart.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.Assortment.Offered;
import kontor.order.cart.CartPrices.Priced;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.pricing.promotion.AppliedPromotion;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.quote.TaxTotal;
import org.jspecify.annotations.Nullable;

/**
 * A cart as a shop shows it. Prices are of this moment, VAT included.
 *
 * @param order what it became, once it is checked out
 * @param quote absent while the cart is empty or holds something that is not for sale
 * @param notForSale articles to be taken out before checkout
 */
record CartAnswer(
    String id,
    CountryCode country,
    @Nullable String coupon,
    @Nullable OrderId order,
    List<Line> lines,
    @Nullable QuoteAnswer quote,
    List<Sku> notForSale) {

  /** Prices are absent while the cart has no quote. */
  record Line(
      Sku sku,
      String title,
      Quantity quantity,
      @Nullable Money unitPrice,
      @Nullable Money discount,
      @Nullable Money total,
      @Nullable Integer taxRate) {}

  /**
   * @param hash to be sent with the checkout: it is refused when anything to pay has changed
   */
  record QuoteAnswer(
      String hash,
      Money goods,
      Money discount,
      Money shipping,
      Money tax,
      Money grand,
      List<TaxTotal> taxes,
      List<AppliedPromotion> promotions,
      Set<String> unusedCoupons) {}

  static CartAnswer of(String id, ShoppingCart cart, Priced priced, Assortment assortment) {
    OpenCart content = content(cart);
    Quote quote = priced.quote().orElse(null);
    List<Line> lines = new ArrayList<>();
    content.lines().forEach((sku, quantity) -> lines.add(line(sku, quantity, quote, assortment)));
    return new CartAnswer(
        id,
        content.country(),
        content.coupon(),
        cart instanceof OrderedCart ordered ? ordered.order() : null,
        lines,
        quote == null ? null : answer(quote),
        priced.notForSale());
  }

  static OpenCart content(ShoppingCart cart) {
    if (cart instanceof OrderedCart ordered) {
      return ordered.was();
    }
    if (cart instanceof OpenCart open) {
      return open;
    }
    throw new IllegalArgumentException("nobody took this cart");
  }

  static QuoteAnswer answer(Quote quote) {
    return new QuoteAnswer(
        quote.hash(),
        quote.totals().goods(),
        quote.totals().discount(),
        quote.totals().shipping(),
        quote.totals().tax(),
        quote.totals().grand(),
        quote.taxes(),
        quote.promotions(),
        quote.unusedCoupons());
  }

  private static Line line(
      Sku sku, Quantity quantity, @Nullable Quote quote, Assortment assortment) {
    String title = assortment.find(sku).map(Offered::title).orElse(sku.value());
    if (quote != null) {
      for (QuoteLine line : quote.lines()) {
        if (line.sku().equals(sku)) {
          return new Line(
              sku,
              title,
              quantity,
              line.unitPrice(),
              line.discount(),
              line.total(),
              line.taxRate());
        }
      }
    }
    return new Line(sku, title, quantity, null, null, null, null);
  }
}
