package kontor.pricing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.TaxTreatment;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.pricing.cart.Article;
import kontor.pricing.cart.Buyer;
import kontor.pricing.cart.Cart;
import kontor.pricing.cart.CartLine;
import kontor.pricing.cart.PriceForm;
import kontor.pricing.promotion.PromotionBook;
import kontor.pricing.quote.Pricing;
import kontor.pricing.quote.Quote;
import kontor.pricing.quote.QuoteLine;
import kontor.pricing.quote.QuoteOutcome;
import kontor.pricing.quote.ShownPrice;
import kontor.pricing.tax.TaxRules;

/** A till for tests: put articles on the belt, then ask for the sum. */
final class Till {

  static final Instant NOON = Instant.parse("2026-05-04T10:00:00Z");
  static final Pricing PRICING =
      new Pricing(TaxRules.ofEuropeanUnion(), ZoneId.of("Europe/Berlin"));

  private final Map<Sku, List<Price>> prices = new HashMap<>();
  private final List<CartLine> lines = new ArrayList<>();
  private final List<PromotionPublished> promotions = new ArrayList<>();
  private final Set<String> coupons = new HashSet<>();
  private Money shipping = Money.of("0.00", "EUR");
  private Buyer buyer = consumer("DE");
  private Instant at = NOON;

  static Buyer consumer(String country) {
    Currency euro = Currency.getInstance("EUR");
    return Buyer.consumer(ChannelId.SHOP, new CountryCode(country), euro);
  }

  static Buyer business(String country) {
    Currency euro = Currency.getInstance("EUR");
    return new Buyer(ChannelId.SHOP, "b2b", new CountryCode(country), euro, PriceForm.NET);
  }

  static Buyer treated(Buyer taxed, TaxTreatment treatment) {
    return new Buyer(
        taxed.channel(),
        taxed.customerGroup(),
        taxed.taxCountry(),
        taxed.currency(),
        taxed.form(),
        treatment);
  }

  static Article article(String sku, TaxClass taxClass, String... categories) {
    return new Article(new Sku(sku), taxClass, List.of(categories));
  }

  static Money euro(String amount) {
    return Money.of(amount, "EUR");
  }

  static Price gross(String amount) {
    return Price.gross(euro(amount));
  }

  static Price net(String amount) {
    return new Price(euro(amount), false, 1, null, null, null, null);
  }

  Till buyer(Buyer other) {
    buyer = other;
    return this;
  }

  Till at(String moment) {
    at = Instant.parse(moment);
    return this;
  }

  Till standard(String sku, int quantity, String gross) {
    return put(article(sku, TaxClass.STANDARD), quantity, gross(gross));
  }

  Till reduced(String sku, int quantity, String gross) {
    return put(article(sku, TaxClass.REDUCED), quantity, gross(gross));
  }

  Till put(Article article, int quantity, Price... itsPrices) {
    lines.add(new CartLine(article, new Quantity(quantity)));
    prices.put(article.sku(), List.of(itsPrices));
    return this;
  }

  Till shipping(String amount) {
    return shipping(euro(amount));
  }

  Till shipping(Money price) {
    shipping = price;
    return this;
  }

  Till promotion(PromotionPublished... more) {
    promotions.addAll(List.of(more));
    return this;
  }

  Till coupon(String code) {
    coupons.add(code);
    return this;
  }

  QuoteOutcome outcome() {
    Cart cart = new Cart(buyer, lines, coupons, shipping);
    return PRICING.quote(cart, this::of, new PromotionBook(promotions), at);
  }

  Quote quote() {
    if (outcome() instanceof Quote quote) {
      return quote;
    }
    throw new AssertionError("not for sale: " + outcome());
  }

  QuoteLine line(String sku) {
    Sku wanted = new Sku(sku);
    return quote().lines().stream().filter(l -> l.sku().equals(wanted)).findFirst().orElseThrow();
  }

  Optional<ShownPrice> show() {
    return PRICING.show(lines.get(0).article(), buyer, this::of, new PromotionBook(promotions), at);
  }

  private List<Price> of(Sku sku) {
    return prices.getOrDefault(sku, List.of());
  }
}
