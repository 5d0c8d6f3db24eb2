package kontor.catalog.shop.adapter;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.catalog.edit.Refused;
import kontor.catalog.platform.PlatformSettings;
import kontor.catalog.shop.ProductCard;
import kontor.catalog.shop.Showcase;
import kontor.contracts.CountryCode;
import kontor.pricing.cart.Buyer;
import kontor.search.SearchResult;
import kontor.search.SearchResult.FacetCount;
import org.jspecify.annotations.Nullable;

/** The products on offer for the manager, found and filtered as shoppers do. */
@Path("/api/admin/products")
@Blocking
public final class AssortmentResource {

  private final ProductIndex index;
  private final ProductShelf shelf;
  private final Showcase showcase;
  private final PlatformSettings.Shop shop;

  AssortmentResource(
      ProductIndex index, ProductShelf shelf, Showcase showcase, PlatformSettings settings) {
    this.index = index;
    this.shelf = shelf;
    this.showcase = showcase;
    this.shop = settings.shop();
  }

  /**
   * A page of the list.
   *
   * @param total on all pages
   */
  public record Page(
      List<ProductCard> items,
      long total,
      Map<String, List<FacetCount>> facets,
      @Nullable String next) {}

  /** By the same parameters as the shop's list; prices are those of the shop's own country. */
  @GET
  public Page list(@Context UriInfo uri) {
    String lang = uri.getQueryParameters().getFirst("lang");
    String language = lang == null || lang.isEmpty() ? shop.language() : lang;
    Currency currency = Currency.getInstance(shop.currency());
    ShopQuery query = new ShopQuery(uri.getQueryParameters(), language, currency);
    SearchResult found = search(query);
    Buyer buyer = Showcase.shopper(new CountryCode(shop.country()), currency);
    List<ProductCard> items =
        found.hits().stream()
            .map(shelf::find)
            .flatMap(Optional::stream)
            .map(product -> ProductCard.of(product, language, buyer, showcase))
            .toList();
    return new Page(items, found.total(), found.facets(), found.next().orElse(null));
  }

  private SearchResult search(ShopQuery query) {
    var request = query.request();
    try {
      return index.search(request);
    } catch (IllegalArgumentException e) {
      throw Refused.field("cursor", String.valueOf(e.getMessage()));
    }
  }
}
