package kontor.analytics.platform;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import kontor.access.AccessRefusedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into problem documents that name the field and tell nothing internal. */
public final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ServerExceptionMapper
  public Response badQuery(BadQueryException e) {
    String reason = String.valueOf(e.getMessage());
    return Problem.answer(
        400, "Bad input", e.field() + ": " + reason, new Problem.Fault(e.field(), reason));
  }

  @ServerExceptionMapper
  public Response refused(AccessRefusedException e) {
    return Problem.answer(e.status(), "Not allowed", String.valueOf(e.getMessage()), null);
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException e) {
    Response.StatusType status = e.getResponse().getStatusInfo();
    String detail =
        status.getStatusCode() == 404
            ? "there is nothing at this address"
            : status.getReasonPhrase().toLowerCase(Locale.ROOT);
    return Problem.answer(status.getStatusCode(), status.getReasonPhrase(), detail, null);
  }

  @ServerExceptionMapper
  public Response fault(Exception e) {
    LOG.error("a request failed", e);
    return Problem.answer(500, "A fault of ours", "it has been logged", null);
  }
}
