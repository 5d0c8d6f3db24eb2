package kontor.catalog.promotion.adapter;

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
import java.util.Comparator;
import java.util.List;
import kontor.catalog.edit.Refused;
import kontor.catalog.platform.Versions;
import kontor.catalog.promotion.Campaigns;
import kontor.catalog.promotion.Promotion;
import kontor.contracts.PromotionId;
import kontor.contracts.promotion.PromotionEvent;
import kontor.contracts.promotion.PromotionEvent.PromotionPublished;
import kontor.eventstore.command.Decided;
import kontor.eventstore.kafka.StateView;
import org.jspecify.annotations.Nullable;

/** Promotions for the manager. */
@Path("/api/admin/promotions")
@Blocking
public final class PromotionResource {

  private final Campaigns campaigns;
  private final StateView<PromotionEvent> published;

  PromotionResource(Campaigns campaigns, StateView<PromotionEvent> published) {
    this.campaigns = campaigns;
    this.published = published;
  }

  /** A promotion and the version that its ETag says. */
  public record Answer(
      PromotionId id, long version, String status, @Nullable PromotionPublished promotion) {}

  /** The promotions that stand, in the order in which they are applied. */
  public record Page(List<PromotionPublished> items) {}

  @GET
  public Page list() {
    return new Page(
        published.all().stream()
            .filter(PromotionPublished.class::isInstance)
            .map(PromotionPublished.class::cast)
            .sorted(
                Comparator.comparing(PromotionPublished::priority, Comparator.reverseOrder())
                    .thenComparing(promotion -> promotion.promotion().value()))
            .toList());
  }

  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id) {
    PromotionId promotion = id(id);
    var found = campaigns.find(promotion);
    return answer(promotion, found.version(), found.state());
  }

  /** Lets the promotion hold in this form. */
  @PUT
  @Path("/{id}")
  public Response put(
      @PathParam("id") String id,
      @Nullable PromotionBody body,
      @Context ContainerRequestContext request) {
    PromotionId promotion = id(id);
    if (body == null) {
      throw Refused.field("body", "is missing");
    }
    Decided<Promotion, PromotionEvent> decided =
        campaigns.publish(
            body.promotion(promotion), Versions.expected(request, false), Versions.origin(request));
    return answer(promotion, decided.version(), decided.state());
  }

  /** Lets it apply no more. */
  @DELETE
  @Path("/{id}")
  public Response end(@PathParam("id") String id, @Context ContainerRequestContext request) {
    PromotionId promotion = id(id);
    Decided<Promotion, PromotionEvent> decided =
        campaigns.end(promotion, Versions.expected(request, false), Versions.origin(request));
    return answer(promotion, decided.version(), decided.state());
  }

  private static Response answer(PromotionId id, long version, Promotion promotion) {
    if (promotion instanceof Promotion.Unknown) {
      throw Refused.notFound("promotion " + id);
    }
    Answer answer =
        promotion instanceof Promotion.Standing standing
            ? new Answer(id, version, "STANDING", standing.content())
            : new Answer(id, version, "ENDED", null);
    return Response.ok(answer).header(HttpHeaders.ETAG, Versions.tag(version)).build();
  }

  private static PromotionId id(String id) {
    try {
      return new PromotionId(id);
    } catch (IllegalArgumentException e) {
      throw Refused.field("id", String.valueOf(e.getMessage()));
    }
  }
}
