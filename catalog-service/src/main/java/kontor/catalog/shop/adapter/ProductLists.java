package kontor.catalog.shop.adapter;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.catalog.edit.Refused;
import kontor.catalog.shop.ProductCard;
import kontor.catalog.shop.Showcase;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.search.SearchRequest;
import kontor.search.SearchResult;
import kontor.search.SearchResult.FacetCount;
import org.jspecify.annotations.Nullable;

/** Answers questions for lists of products from the index, with the prices of the moment. */
@Singleton
public final class ProductLists {

  private final ProductIndex index;
  private final ProductShelf shelf;
  private final Showcase showcase;

  ProductLists(ProductIndex index, ProductShelf shelf, Showcase showcase) {
    this.index = index;
    this.shelf = shelf;
    this.showcase = showcase;
  }

  /**
   * A page of a list.
   *
   * @param total on all pages
   * @param facets for each one asked for, how many products have each value
   * @param next the cursor of the next page
   */
  public record ListPage(
      List<ProductCard> items,
      long total,
      Map<String, List<FacetCount>> facets,
      @Nullable String next) {}

  /** A page and the products on it. */
  record Answer(ListPage page, List<ProductPublished> products) {}

  /** The question that the parameters ask; what they cannot ask is refused by name. */
  static ShopQuery query(ListParameters asked, Visitors.Visitor visitor) {
    return new ShopQuery(asked, visitor.language(), visitor.buyer().currency());
  }

  Answer answer(SearchRequest request, Visitors.Visitor visitor) {
    SearchResult found = search(request);
    List<ProductPublished> products =
        found.hits().stream().map(shelf::find).flatMap(Optional::stream).toList();
    List<ProductCard> cards =
        products.stream()
            .map(p -> ProductCard.of(p, visitor.language(), visitor.buyer(), showcase))
            .toList();
    return new Answer(
        new ListPage(cards, found.total(), found.facets(), found.next().orElse(null)), products);
  }

  private SearchResult search(SearchRequest request) {
    try {
      return index.search(request);
    } catch (IllegalArgumentException e) {
      throw Refused.field("cursor", String.valueOf(e.getMessage()));
    }
  }
}
