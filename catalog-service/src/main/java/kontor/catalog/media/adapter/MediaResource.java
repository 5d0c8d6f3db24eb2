package kontor.catalog.media.adapter;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import kontor.catalog.edit.Refused;
import kontor.catalog.media.Drawings;

/** Drawings for everybody: no token needed, kept by browsers for long. */
@Path("/media")
@Blocking
public final class MediaResource {

  private static final String THIRTY_DAYS = "public, max-age=2592000, immutable";

  private final Drawings drawings = new Drawings();

  /** A drawing; one that is opened by itself may load and run nothing. */
  @GET
  @Path("/{name}.svg")
  public Response svg(@PathParam("name") String name) {
    String drawing = drawings.find(name).orElseThrow(() -> Refused.notFound("picture " + name));
    return Response.ok(drawing, "image/svg+xml")
        .header(HttpHeaders.CACHE_CONTROL, THIRTY_DAYS)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
