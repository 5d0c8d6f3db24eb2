package kontor.order.cart;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.order.assortment.Assortment;
import kontor.order.assortment.Assortment.Offered;
import kontor.order.assortment.PriceList;
import kontor.order.cart.ShoppingCart.OpenCart;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.CartLine;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.quote.QuoteOutcome.NotForSale;

/** What a cart costs now, or which of its articles cannot be bought. */
public final class CartPrices {

  private final Assortment assortment;
  private final PriceList prices;
  private final Currency currency;

  public CartPrices(Assortment assortment, PriceList prices, Currency currency) {
    this.assortment = assortment;
    this.prices = prices;
    this.currency = currency;
  }

  /**
   * @param quote absent when the cart is empty or something in it is not for sale
   * @param notForSale articles that are gone or have no price
   */
  public record Priced(Optional<Quote> quote, List<Sku> notForSale) {

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
      return new Priced(Optional.empty(), gone);
    }
    Buyer buyer = Buyer.consumer(ChannelId.SHOP, cart.country(), currency);
    String coupon = cart.choices().coupon();
    Set<String> coupons = coupon == null ? Set.of() : Set.of(coupon);
    var outcome = prices.quote(buyer, lines, coupons);
    return outcome instanceof Quote quote
        ? new Priced(Optional.of(quote), List.of())
        : new Priced(Optional.empty(), ((NotForSale) outcome).skus());
  }
}
