package kontor.pricing.promotion;

import kontor.contracts.Money;
import kontor.pricing.cart.Article;

/** What stands in a cart before promotions: an article and unit price × quantity. */
public record Priced(Article article, Money goods) {}
