package kontor.pricing.cart;

import kontor.contracts.Quantity;

/** Units of one article in a cart, at least one. */
public record CartLine(Article article, Quantity quantity) {

  public CartLine {
    if (quantity.isZero()) {
      throw new IllegalArgumentException("no units of " + article.sku());
    }
  }
}
