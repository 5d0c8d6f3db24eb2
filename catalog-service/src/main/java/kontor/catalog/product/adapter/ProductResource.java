package kontor.catalog.product.adapter;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import kontor.catalog.edit.Refused;
import kontor.catalog.platform.Versions;
import kontor.catalog.product.Product;
import kontor.catalog.product.Products;
import kontor.contracts.ProductId;
import kontor.contracts.product.ProductEvent;
import kontor.eventstore.command.Decided;
import kontor.eventstore.command.Versioned;
import org.jspecify.annotations.Nullable;

/** Single products for the manager: look, put on offer, take off sale. */
@Path("/api/admin/products/{id}")
@Blocking
public final class ProductResource {

  private final Products products;

  ProductResource(Products products) {
    this.products = products;
  }

  /** The product with its ETag. */
  @GET
  public Response get(@PathParam("id") String id) {
    ProductId product = id(id);
    return answer(200, product, products.find(product));
  }

  /** Puts the product on offer in this form. Whoever changes one sends its ETag as If-Match. */
  @PUT
  public Response put(
      @PathParam("id") String id,
      @Nullable ProductBody body,
      @Context ContainerRequestContext request) {
    ProductId product = id(id);
    if (body == null) {
      throw Refused.field("body", "is missing");
    }
    Decided<Product, ProductEvent> decided =
        products.publish(
            body.product(product), Versions.expected(request, true), Versions.origin(request));
    boolean created = decided.version() == 1 && !decided.events().isEmpty();
    return answer(
        created ? 201 : 200, product, new Versioned<>(decided.state(), decided.version(), 0));
  }

  /** Takes the product off sale everywhere. */
  @DELETE
  public Response withdraw(@PathParam("id") String id, @Context ContainerRequestContext request) {
    ProductId product = id(id);
    Decided<Product, ProductEvent> decided =
        products.withdraw(product, Versions.expected(request, false), Versions.origin(request));
    return answer(200, product, new Versioned<>(decided.state(), decided.version(), 0));
  }

  private static Response answer(int status, ProductId id, Versioned<Product> product) {
    return Response.status(status)
        .header(HttpHeaders.ETAG, Versions.tag(product.version()))
        .entity(ProductAnswer.of(id, product))
        .build();
  }

  private static ProductId id(String id) {
    try {
      return new ProductId(id);
    } catch (IllegalArgumentException e) {
      throw Refused.field("id", String.valueOf(e.getMessage()));
    }
  }
}
