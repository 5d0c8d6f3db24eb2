package kontor.catalog.price.adapter;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kontor.catalog.edit.Refused;
import kontor.catalog.platform.Versions;
import kontor.catalog.price.PriceSheet;
import kontor.catalog.price.Prices;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.Price;
import kontor.eventstore.command.Decided;
import kontor.eventstore.command.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one article for the manager. A SKU may hold slashes, so it is no part of a path.
 */
@Path("/api/admin/prices")
@Blocking
public final class PriceResource {

  private final Prices prices;

  PriceResource(Prices prices) {
    this.prices = prices;
  }

  /** All prices of an article. */
  public record Answer(Sku sku, long version, List<Price> prices) {}

  /** The prices of an article with their ETag. */
  @GET
  public Response get(@QueryParam("sku") @Nullable String text) {
    Sku sku = sku(text);
    Versioned<PriceSheet> sheet = prices.find(sku);
    if (sheet.version() == 0) {
      throw Refused.notFound("price of '" + sku + "'");
    }
    return answer(sku, sheet.version(), sheet.state());
  }

  /** From now on these prices hold and no others. */
  @PUT
  public Response put(@Nullable PriceBody body, @Context ContainerRequestContext request) {
    if (body == null) {
      throw Refused.field("body", "is missing");
    }
    Sku sku = body.article();
    Decided<PriceSheet, PriceEvent> decided =
        prices.set(sku, body.list(), Versions.expected(request, false), Versions.origin(request));
    return answer(sku, decided.version(), decided.state());
  }

  private static Response answer(Sku sku, long version, PriceSheet sheet) {
    return Response.ok(new Answer(sku, version, sheet.prices()))
        .header(HttpHeaders.ETAG, Versions.tag(version))
        .build();
  }

  private static Sku sku(@Nullable String text) {
    try {
      return new Sku(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw Refused.field("sku", String.valueOf(e.getMessage()));
    }
  }
}
