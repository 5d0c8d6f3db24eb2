package kontor.order.checkout.adapter;

import kontor.eventstore.Origin;
import kontor.order.cart.CartCheck;
import kontor.order.cart.CartPrices;
import kontor.order.cart.CartPrices.Priced;
import kontor.order.cart.ShoppingCart;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.order.checkout.Checkout.Agreed;
import kontor.order.checkout.Checkout.CartToOrder;
import kontor.order.promotion.Redeemer;
import kontor.platform.spring.BadRequestException;
import kontor.pricing.quote.Quote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a buyer agrees to by ordering a cart: it is priced and checked once more. */
@Component
class CheckoutTerms {

  private final CartPrices prices;
  private final CartCheck check;
  private final LineRefusals lines;
  private final PromotionRefusals promotions;

  CheckoutTerms(
      CartPrices prices, CartCheck check, LineRefusals lines, PromotionRefusals promotions) {
    this.prices = prices;
    this.check = check;
    this.lines = lines;
    this.promotions = promotions;
  }

  /**
   * What a buyer sent to order a cart.
   *
   * @param cart as it was found: one that is closed for this very order is past the check of lines
   * @param quoteHash of the quote that he saw; absent: he did not say
   */
  record Wish(ShoppingCart cart, Redeemer redeemer, @Nullable String quoteHash) {}

  /**
   * @throws BadRequestException why it cannot be ordered on these terms
   */
  Agreed agreed(CartToOrder toOrder, Wish wish, Origin origin) {
    OpenCart content = toOrder.content();
    Priced priced = prices.price(content, wish.redeemer());
    if (wish.cart() instanceof OpenCart) {
      lines.check(check.of(content, priced), wish.quoteHash(), priced);
    }
    promotions.check(toOrder, priced, wish.quoteHash(), origin);
    return new Agreed(
        quote(content, priced, wish.quoteHash()),
        priced.chosen().orElseThrow(),
        priced.treatment(),
        priced.promotions());
  }

  private static Quote quote(OpenCart cart, Priced priced, @Nullable String quoteHash) {
    if (!priced.notForSale().isEmpty()) {
      throw BadRequestException.conflict("not for sale any more: " + priced.notForSale());
    }
    Quote quote = priced.quote().orElseThrow(() -> unquoted(cart));
    if (quoteHash != null && !quoteHash.equals(quote.hash())) {
      throw BadRequestException.conflict(
          "prices have changed: the cart now costs " + quote.totals().grand());
    }
    return quote;
  }

  private static BadRequestException unquoted(OpenCart cart) {
    return cart.lines().items().isEmpty()
        ? BadRequestException.unprocessable("cart", "is empty")
        : BadRequestException.conflict("no method of shipping takes this cart as a whole");
  }
}
