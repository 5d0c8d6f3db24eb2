package kontor.pricing.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import kontor.pricing.cart.Article;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.Cart;
import kontor.pricing.cart.CartLine;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.price.PriceChoice;
import kontor.pricing.price.PriceSource;
import kontor.pricing.promotion.Priced;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.promotion.Promotions;
import kontor.pricing.promotion.Reduction;
import kontor.pricing.rounding.AmountTooLarge;
import kontor.pricing.tax.TaxRules;

/**
 * The one place where it is worked out what a buyer pays: for the catalog's list, the cart, the
 * order and the price on a marketplace. Pure: the same input gives the same quote on any machine.
 */
public final class Pricing {

  private static final Quantity ONE = new Quantity(1);

  private final TaxRules taxes;
  private final ZoneId zone;

  /**
   * @param zone where a day begins for the VAT rate: the seller's
   */
  public Pricing(TaxRules taxes, ZoneId zone) {
    this.taxes = taxes;
    this.zone = zone;
  }

  /**
   * What a cart costs at a moment. An empty cart costs nothing and is no cart to quote.
   *
   * @throws IllegalArgumentException if the cart is empty
   * @throws kontor.pricing.tax.UnknownTaxRate if a VAT rate is not known
   * @throws AmountTooLarge if the amounts cannot be counted
   */
  public QuoteOutcome quote(Cart cart, PriceSource prices, PromotionBook promotions, Instant at) {
    if (cart.lines().isEmpty()) {
      throw new IllegalArgumentException("the cart is empty");
    }
    return counted("the cart's amounts", () -> outcome(cart, prices, promotions, at));
  }

  private QuoteOutcome outcome(
      Cart cart, PriceSource prices, PromotionBook promotions, Instant at) {
    List<PricedLine> priced = new ArrayList<>();
    List<Sku> missing = new ArrayList<>();
    for (CartLine line : bySku(cart.lines())) {
      price(line, cart.buyer(), prices, at)
          .ifPresentOrElse(priced::add, () -> missing.add(line.article().sku()));
    }
    return missing.isEmpty()
        ? new QuoteBuilder(cart, priced, reduce(cart, priced, promotions, at)).build()
        : new QuoteOutcome.NotForSale(missing);
  }

  private static <T> T counted(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (ArithmeticException e) {
      throw new AmountTooLarge(what, e);
    }
  }

  private static List<CartLine> bySku(List<CartLine> lines) {
    return lines.stream().sorted(Comparator.comparing(line -> line.article().sku())).toList();
  }

  private static Reduction reduce(
      Cart cart, List<PricedLine> priced, PromotionBook promotions, Instant at) {
    List<Priced> lines = priced.stream().map(PricedLine::priced).toList();
    return new Promotions(promotions).reduce(lines, cart.buyer(), cart.coupons(), at);
  }

  /**
   * What one unit costs, to be shown; empty if it is not for sale to this buyer now.
   *
   * @throws kontor.pricing.tax.UnknownTaxRate if a VAT rate is not known
   * @throws AmountTooLarge if the amount cannot be counted
   */
  public Optional<ShownPrice> show(
      Article article, Buyer buyer, PriceSource prices, PromotionBook promotions, Instant at) {
    return counted(
        "the price of " + article.sku(),
        () ->
            price(new CartLine(article, ONE), buyer, prices, at)
                .map(line -> shown(line, buyer, promotions, at)));
  }

  private static ShownPrice shown(
      PricedLine line, Buyer buyer, PromotionBook promotions, Instant at) {
    Reduction reduction =
        new Promotions(promotions).reduceByPercentages(List.of(line.priced()), buyer, at);
    Cart cart = new Cart(buyer, List.of(line.line()), Set.of(), Money.zero(buyer.currency()));
    QuoteLine quoted = new QuoteBuilder(cart, List.of(line), reduction).build().lines().get(0);
    return new ShownPrice(
        buyer.form(), quoted.unitPrice(), quoted.total(), quoted.taxRate(), quoted.tax());
  }

  private Optional<PricedLine> price(CartLine line, Buyer buyer, PriceSource prices, Instant at) {
    Article article = line.article();
    return PriceChoice.choose(prices.of(article.sku()), buyer, line.quantity(), at)
        .map(price -> priced(line, price, rate(article, buyer, at), buyer));
  }

  private int rate(Article article, Buyer buyer, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    return taxes.rate(buyer.taxCountry(), article.taxClass(), day);
  }

  /**
   * Of a sale that is free of VAT, the VAT is taken out of a price that was set with it.
   *
   * @param listed the rate of the buyer's tax country
   */
  private static PricedLine priced(CartLine line, Price price, int listed, Buyer buyer) {
    boolean exempt = buyer.treatment().exempt();
    PriceForm form = exempt ? PriceForm.NET : buyer.form();
    Money unit = Taxation.inForm(form, price.amount(), price.taxIncluded(), listed);
    return new PricedLine(line, unit, exempt ? 0 : listed);
  }
}
