package kontor.order.cart.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxTreatment;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.Assortment.Offered;
import kontor.order.cart.CartCheck.Finding;
import kontor.order.cart.CartEvent.Business;
import kontor.order.cart.CartPrices.Priced;
import kontor.order.cart.LineNotice;
import kontor.order.cart.PromotionNotice;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.MergedCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.cart.ShoppingCart.OrderedCart;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.promotion.AppliedPromotion;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.quote.TaxTotal;
import kontor.pricing.shipping.ShippingMethod;
import kontor.pricing.shipping.ShippingOffer;
import org.jspecify.annotations.Nullable;

/**
 * A cart as a shop shows it. Prices are of this moment: VAT included, or without it for a business.
 *
 * @param order what it became, once it is checked out
 * @param business who buys, if it is a business
 * @param treatment whether VAT is charged
 * @param quote absent while the cart is empty, holds something that is not for sale, or no method
 *     of shipping takes it
 * @param shipping how it is sent; absent with the quote
 * @param notForSale articles to be taken out before checkout
 * @param promotionNotices promotions that the buyer does not get since they are used up
 */
record CartAnswer(
    String id,
    CountryCode country,
    @Nullable String coupon,
    @Nullable OrderId order,
    @Nullable Business business,
    TaxTreatment treatment,
    List<Line> lines,
    @Nullable QuoteAnswer quote,
    @Nullable ShippingAnswer shipping,
    List<Sku> notForSale,
    List<PromotionNotice> promotionNotices) {

  /**
   * A method of shipping that takes the cart.
   *
   * @param price in the quote's form
   * @param daysFrom working days until it is there, at best; {@code daysTo} at worst
   * @param chosen whether the cart is sent by it
   */
  record ShippingAnswer(
      String code,
      ShippingMethod.Name name,
      String carrier,
      Money price,
      int daysFrom,
      int daysTo,
      boolean chosen) {

    static ShippingAnswer of(ShippingOffer offer, boolean chosen) {
      ShippingMethod method = offer.method();
      return new ShippingAnswer(
          method.code(),
          method.name(),
          method.carrier(),
          offer.price(),
          method.daysFrom(),
          method.daysTo(),
          chosen);
    }
  }

  /**
   * Prices are absent while the cart has no quote.
   *
   * @param available how many can be had while the other lines stay; absent: inventory was not
   *     heard
   * @param notices what the buyer should know about the line
   */
  record Line(
      Sku sku,
      String title,
      Quantity quantity,
      @Nullable Money unitPrice,
      @Nullable Money discount,
      @Nullable Money total,
      @Nullable Integer taxRate,
      @Nullable Quantity available,
      List<LineNotice> notices) {}

  /**
   * @param hash to be sent with the checkout: it is refused when anything to pay has changed
   * @param form GROSS: goods, discount and shipping with VAT; NET: without, and it comes on top
   * @param grand what is paid, VAT included
   */
  record QuoteAnswer(
      String hash,
      PriceForm form,
      Money goods,
      Money discount,
      Money shipping,
      Money net,
      Money tax,
      Money grand,
      List<TaxTotal> taxes,
      List<AppliedPromotion> promotions,
      Set<String> unusedCoupons) {}

  static CartAnswer of(
      String id, ShoppingCart cart, Priced priced, List<Finding> findings, Assortment assortment) {
    OpenCart content = content(cart);
    Quote quote = priced.quote().orElse(null);
    Map<Sku, QuoteLine> quoted =
        quote == null
            ? Map.of()
            : quote.lines().stream().collect(Collectors.toMap(QuoteLine::sku, Function.identity()));
    List<Line> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add(line(finding, quoted.get(finding.sku()), assortment));
    }
    return new CartAnswer(
        id,
        content.country(),
        content.choices().coupon(),
        cart instanceof OrderedCart ordered ? ordered.order() : null,
        content.choices().business(),
        priced.treatment(),
        lines,
        quote == null ? null : answer(quote),
        priced.chosen().map(offer -> ShippingAnswer.of(offer, true)).orElse(null),
        priced.notForSale(),
        priced.usedUp());
  }

  static OpenCart content(ShoppingCart cart) {
    if (cart instanceof OpenCart open) {
      return open;
    }
    if (cart instanceof OrderedCart ordered) {
      return ordered.was();
    }
    if (cart instanceof MergedCart merged) {
      return merged.was();
    }
    throw new IllegalArgumentException("nobody took this cart");
  }

  static QuoteAnswer answer(Quote quote) {
    return new QuoteAnswer(
        quote.hash(),
        quote.form(),
        quote.totals().goods(),
        quote.totals().discount(),
        quote.totals().shipping(),
        quote.totals().net(),
        quote.totals().tax(),
        quote.totals().grand(),
        quote.taxes(),
        quote.promotions(),
        quote.unusedCoupons());
  }

  private static Line line(Finding finding, @Nullable QuoteLine quoted, Assortment assortment) {
    Sku sku = finding.sku();
    return new Line(
        sku,
        assortment.find(sku).map(Offered::title).orElse(sku.value()),
        finding.wanted(),
        quoted == null ? null : quoted.unitPrice(),
        quoted == null ? null : quoted.discount(),
        quoted == null ? null : quoted.total(),
        quoted == null ? null : quoted.taxRate(),
        finding.available(),
        finding.notices());
  }
}
