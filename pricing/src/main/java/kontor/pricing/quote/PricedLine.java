package kontor.pricing.quote;

import kontor.contracts.Money;
import kontor.pricing.cart.Article;
import kontor.pricing.cart.CartLine;
import kontor.pricing.promotion.Priced;

/** A line of the cart with its unit price, in the buyer's form, and its VAT rate. */
record PricedLine(CartLine line, Money unitPrice, int taxRate) {

  Article article() {
    return line.article();
  }

  Money goods() {
    return unitPrice.times(line.quantity().value());
  }

  Priced priced() {
    return new Priced(article(), goods());
  }
}
