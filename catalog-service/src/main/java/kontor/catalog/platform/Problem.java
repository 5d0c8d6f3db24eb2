package kontor.catalog.platform;

import jakarta.ws.rs.core.Response;
import java.util.List;
import kontor.catalog.edit.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A failure as RFC 9457 tells it.
 *
 * @param errors the parts of the request that are at fault, when some are
 */
public record Problem(
    String type, String title, int status, String detail, @Nullable List<Fault> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Response answer(int status, String title, String detail, List<Fault> errors) {
    return response(status, title, detail, errors).build();
  }

  static Response.ResponseBuilder response(
      int status, String title, String detail, List<Fault> errors) {
    Problem problem =
        new Problem("about:blank", title, status, detail, errors.isEmpty() ? null : errors);
    return Response.status(status).type(MEDIA_TYPE).entity(problem);
  }
}
