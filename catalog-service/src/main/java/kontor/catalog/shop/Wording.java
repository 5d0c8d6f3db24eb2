package kontor.catalog.shop;

import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;

/** Chooses the words in which a product is shown. */
public final class Wording {

  private Wording() {}

  /** The text in this language, or else in the product's first. */
  public static ProductText of(ProductPublished product, String language) {
    return product.texts().stream()
        .filter(text -> text.language().equals(language))
        .findFirst()
        .orElseGet(() -> product.texts().get(0));
  }
}
