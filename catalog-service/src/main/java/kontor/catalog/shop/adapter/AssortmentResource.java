package kontor.catalog.shop.adapter;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The products on offer for the manager, found and filtered as shoppers do. */
@Path("/api/admin/products")
@Blocking
public final class AssortmentResource {

  private final ProductLists lists;
  private final Visitors visitors;

  AssortmentResource(ProductLists lists, Visitors visitors) {
    this.lists = lists;
    this.visitors = visitors;
  }

  /** By the same parameters as the shop's list. */
  @GET
  public ProductLists.ListPage list(@BeanParam ListParameters asked) {
    Visitors.Visitor visitor = visitors.visitor(asked.lang, asked.country);
    return lists.answer(ProductLists.query(asked, visitor).request(), visitor).page();
  }
}
