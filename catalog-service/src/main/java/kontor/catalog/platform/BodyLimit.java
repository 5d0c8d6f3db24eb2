package kontor.catalog.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Only files may be large: any other body has at most a megabyte, and says how long it is. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public final class BodyLimit implements ContainerRequestFilter {

  private static final int MOST_BYTES = 1 << 20;
  private static final String FILES = "/api/admin/imports";

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getRequestUri().getPath().equals(FILES)) {
      return;
    }
    boolean chunked = request.getHeaderString("Transfer-Encoding") != null;
    if (chunked && request.getLength() < 0) {
      refuse(request, 411, "Length required", "say how long the body is: Content-Length");
    } else if (request.getLength() > MOST_BYTES) {
      refuse(request, 413, "Too large", "a body has at most " + MOST_BYTES + " bytes here");
    }
  }

  private static void refuse(
      ContainerRequestContext request, int status, String title, String detail) {
    request.abortWith(Problem.answer(status, title, detail, List.of()));
  }
}
