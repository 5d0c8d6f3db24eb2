package kontor.analytics.platform;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as RFC 9457 tells it.
 *
 * @param errors the parts of the request that are at fault, when some are
 */
public record Problem(
    String type, String title, int status, String detail, @Nullable List<Fault> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** One part of the request, and what is wrong with it. */
  public record Fault(String field, String message) {}

  static Response answer(int status, String title, String detail, @Nullable Fault fault) {
    Problem problem =
        new Problem("about:blank", title, status, detail, fault == null ? null : List.of(fault));
    return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
  }
}
