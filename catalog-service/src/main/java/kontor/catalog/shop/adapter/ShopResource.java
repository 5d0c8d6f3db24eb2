package kontor.catalog.shop.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.catalog.edit.Refused;
import kontor.catalog.platform.PlatformSettings;
import kontor.catalog.shop.Category;
import kontor.catalog.shop.ProductCard;
import kontor.catalog.shop.ProductPage;
import kontor.catalog.shop.Showcase;
import kontor.contracts.CountryCode;
import kontor.contracts.ProductId;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.pricing.cart.Buyer;
import kontor.pricing.tax.TaxRules;
import kontor.search.SearchRequest;
import kontor.search.SearchResult;
import kontor.search.SearchResult.FacetCount;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper may see. All of it comes from memory and the index beside it, so it is answered on
 * the thread that took the request.
 */
@Path("/api/shop")
@NonBlocking
public final class ShopResource {

  private final ProductIndex index;
  private final ProductShelf shelf;
  private final PageCache pages;
  private final Showcase showcase;
  private final TaxRules taxes;
  private final PlatformSettings.Shop shop;
  private final ObjectMapper json;

  ShopResource(
      ProductIndex index,
      ProductShelf shelf,
      PageCache pages,
      Showcase showcase,
      TaxRules taxes,
      PlatformSettings settings,
      ObjectMapper json) {
    this.index = index;
    this.shelf = shelf;
    this.pages = pages;
    this.showcase = showcase;
    this.taxes = taxes;
    this.shop = settings.shop();
    this.json = json;
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

  /** The tree of categories with their numbers of products. */
  public record Categories(List<Category> items) {}

  /** Products by words, category, brand, price and availability. */
  @GET
  @Path("/products")
  @APIResponse(content = @Content(schema = @Schema(implementation = ListPage.class)))
  public Response list(
      @Context UriInfo uri,
      @QueryParam("lang") @Nullable String lang,
      @QueryParam("country") @Nullable String country) {
    String language = language(lang);
    Buyer buyer = buyer(country);
    ShopQuery query = new ShopQuery(uri.getQueryParameters(), language, buyer.currency());
    SearchRequest request = query.request();
    return answer(pages.get("list" + query.key(), () -> list(request, language, buyer)));
  }

  private PageCache.Made list(SearchRequest request, String language, Buyer buyer) {
    SearchResult found = search(request);
    List<ProductPublished> products =
        found.hits().stream().map(shelf::find).flatMap(Optional::stream).toList();
    List<ProductCard> cards =
        products.stream().map(p -> ProductCard.of(p, language, buyer, showcase)).toList();
    ListPage page = new ListPage(cards, found.total(), found.facets(), found.next().orElse(null));
    return new PageCache.Made(text(page), products);
  }

  private SearchResult search(SearchRequest request) {
    try {
      return index.search(request);
    } catch (IllegalArgumentException e) {
      throw Refused.field("cursor", String.valueOf(e.getMessage()));
    }
  }

  /** One product with its variants, their prices and what is available. */
  @GET
  @Path("/products/{id}")
  @APIResponse(content = @Content(schema = @Schema(implementation = ProductPage.class)))
  public Response page(
      @PathParam("id") String id,
      @QueryParam("lang") @Nullable String lang,
      @QueryParam("country") @Nullable String country) {
    String language = language(lang);
    Buyer buyer = buyer(country);
    String key = "page/" + id + "/" + language + "/" + buyer.taxCountry();
    return answer(pages.get(key, () -> page(find(id), language, buyer)));
  }

  private PageCache.Made page(ProductPublished product, String language, Buyer buyer) {
    String page = text(ProductPage.of(product, language, buyer, showcase));
    return new PageCache.Made(page, List.of(product));
  }

  @GET
  @Path("/categories")
  @APIResponse(content = @Content(schema = @Schema(implementation = Categories.class)))
  public Response categories() {
    return answer(pages.get("categories", () -> new PageCache.Made(text(tree()), List.of())));
  }

  private Categories tree() {
    SearchRequest counts =
        SearchRequest.builder().facet(ProductDocuments.CATEGORY).limit(1).build();
    Map<String, Long> products = new HashMap<>();
    index
        .search(counts)
        .facet(ProductDocuments.CATEGORY)
        .forEach(count -> products.put(count.value(), count.count()));
    return new Categories(Category.tree(products));
  }

  private ProductPublished find(String id) {
    try {
      return shelf.find(new ProductId(id)).orElseThrow(() -> Refused.notFound("product " + id));
    } catch (IllegalArgumentException e) {
      throw Refused.field("id", String.valueOf(e.getMessage()));
    }
  }

  private String language(@Nullable String lang) {
    if (lang == null || lang.isEmpty()) {
      return shop.language();
    }
    if (!lang.matches("[a-z]{2}")) {
      throw Refused.field("lang", "must be a language by ISO 639-1, such as de");
    }
    return lang;
  }

  private Buyer buyer(@Nullable String country) {
    String code = country == null || country.isEmpty() ? shop.country() : country;
    if (!code.matches("[A-Z]{2}") || !taxes.countries().contains(new CountryCode(code))) {
      throw Refused.field("country", "'" + code + "' is no country whose VAT we know");
    }
    return Showcase.shopper(new CountryCode(code), Currency.getInstance(shop.currency()));
  }

  private String text(Object answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + answer.getClass(), e);
    }
  }

  private static Response answer(String json) {
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
