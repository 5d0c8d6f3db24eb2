package kontor.catalog.shop.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.catalog.edit.Refused;
import kontor.catalog.shop.Category;
import kontor.catalog.shop.ProductPage;
import kontor.catalog.shop.Showcase;
import kontor.contracts.ProductId;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.search.SearchRequest;
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

  private final ProductLists lists;
  private final Visitors visitors;
  private final ProductIndex index;
  private final ProductShelf shelf;
  private final PageCache pages;
  private final Showcase showcase;
  private final ObjectMapper json;

  ShopResource(
      ProductLists lists,
      Visitors visitors,
      ProductIndex index,
      ProductShelf shelf,
      PageCache pages,
      Showcase showcase,
      ObjectMapper json) {
    this.lists = lists;
    this.visitors = visitors;
    this.index = index;
    this.shelf = shelf;
    this.pages = pages;
    this.showcase = showcase;
    this.json = json;
  }

  /** The tree of categories with their numbers of products. */
  public record Categories(List<Category> items) {}

  /** Products by words, category, brand, price and availability. */
  @GET
  @Path("/products")
  @APIResponse(content = @Content(schema = @Schema(implementation = ProductLists.ListPage.class)))
  public Response list(@BeanParam ListParameters asked) {
    Visitors.Visitor visitor = visitors.visitor(asked.lang, asked.country);
    SearchRequest request = ProductLists.query(asked, visitor).request();
    return answer(
        pages.get(
            "list\n" + asked.key(),
            () -> {
              ProductLists.Answer found = lists.answer(request, visitor);
              return new PageCache.Made(text(found.page()), found.products());
            }));
  }

  /** One product with its variants, their prices and what is available. */
  @GET
  @Path("/products/{id}")
  @APIResponse(content = @Content(schema = @Schema(implementation = ProductPage.class)))
  public Response page(
      @PathParam("id") String id,
      @QueryParam("lang") @Nullable String lang,
      @QueryParam("country") @Nullable String country) {
    Visitors.Visitor visitor = visitors.visitor(lang, country);
    String key = "page/" + id + "/" + visitor.language() + "/" + visitor.buyer().taxCountry();
    return answer(pages.get(key, () -> page(find(id), visitor)));
  }

  private PageCache.Made page(ProductPublished product, Visitors.Visitor visitor) {
    ProductPage page = ProductPage.of(product, visitor.language(), visitor.buyer(), showcase);
    return new PageCache.Made(text(page), List.of(product));
  }

  /** The tree by which a shop is walked through. */
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
