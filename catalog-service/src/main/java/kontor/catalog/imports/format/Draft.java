package kontor.catalog.imports.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.product.ProductEvent.ProductPublished;

/**
 * What the rows of one product say.
 *
 * @param product empty when there are flaws, or when it is left out on purpose
 * @param prices for everybody everywhere, per article
 * @param stock as far as the file says
 * @param flaws why its rows are refused
 * @param notes what could not be taken over, in words that are the same for all rows alike
 * @param variantLines where each variant stands in the file, in their order
 */
public record Draft(
    Optional<ProductPublished> product,
    Map<Sku, List<Price>> prices,
    List<StockCount> stock,
    List<Flaw> flaws,
    List<String> notes,
    List<Long> variantLines) {

  public Draft {
    prices = Map.copyOf(prices);
    stock = List.copyOf(stock);
    flaws = List.copyOf(flaws);
    notes = List.copyOf(notes);
    variantLines = List.copyOf(variantLines);
  }

  /** Whether it is put together from other articles, which must be there before it. */
  public boolean isBundle() {
    return product
        .map(p -> p.variants().stream().anyMatch(variant -> !variant.components().isEmpty()))
        .orElse(false);
  }
}
