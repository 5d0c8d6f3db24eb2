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
import java.util.Comparator;
import java.util.List;
import kontor.catalog.edit.Refused;
import kontor.catalog.platform.Versions;
import kontor.catalog.price.PriceSheet;
import kontor.catalog.price.Prices;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.eventstore.command.Decided;
import kontor.eventstore.command.Versioned;
import kontor.eventstore.kafka.StateView;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one article for the manager. A SKU may hold slashes, so it is no part of a path.
 */
@Path("/api/admin/prices")
@Blocking
public final class PriceResource {

  private static final int MOST = 200;

  private final Prices prices;
  private final StateView<PriceEvent> published;

  PriceResource(Prices prices, StateView<PriceEvent> published) {
    this.prices = prices;
    this.published = published;
  }

  /**
   * Prices of several articles, as published, in the order of their SKUs.
   *
   * @param next the SKU after which the next page begins
   */
  public record Page(List<PricesSet> items, @Nullable String next) {}

  /** All prices of an article. */
  public record Answer(Sku sku, long version, List<Price> prices) {}

  /** The prices of one article with their ETag; of all articles when none is named. */
  @GET
  public Response get(
      @QueryParam("sku") @Nullable String text,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return text == null ? Response.ok(list(limit, cursor)).build() : one(sku(text));
  }

  private Page list(@Nullable String limit, @Nullable String cursor) {
    String wanted = limit == null || limit.isEmpty() ? String.valueOf(MOST) : limit;
    int most = wanted.matches("\\d{1,4}") ? Integer.parseInt(wanted) : 0;
    if (most < 1 || most > MOST) {
      throw Refused.field("limit", "must be from 1 to " + MOST);
    }
    String after = cursor == null ? "" : cursor;
    List<PricesSet> found =
        published.all().stream()
            .filter(PricesSet.class::isInstance)
            .map(PricesSet.class::cast)
            .filter(set -> set.sku().value().compareTo(after) > 0)
            .sorted(Comparator.comparing(PricesSet::sku))
            .limit(most + 1L)
            .toList();
    boolean more = found.size() > most;
    List<PricesSet> items = more ? found.subList(0, most) : found;
    return new Page(items, more ? items.get(most - 1).sku().value() : null);
  }

  private Response one(Sku sku) {
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
