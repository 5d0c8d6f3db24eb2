package kontor.pricing.cart;

import java.util.List;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;

/**
 * What prices, promotions and VAT need to know of an article.
 *
 * @param categories paths from the root, parts parted by {@code " > "}, as the product has them
 */
public record Article(Sku sku, TaxClass taxClass, List<String> categories) {

  public Article {
    categories = List.copyOf(categories);
  }

  /** Whether it stands in this category or in one below it. */
  public boolean isIn(String category) {
    return categories.stream()
        .anyMatch(path -> path.equals(category) || path.startsWith(category + " > "));
  }
}
