package kontor.catalog.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.mongodb.MongoException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import kontor.access.AccessRefusedException;
import kontor.catalog.edit.Fault;
import kontor.catalog.edit.Refused;
import kontor.catalog.edit.Refused.Reason;
import kontor.eventstore.StoreUnavailableException;
import kontor.eventstore.command.LostRaceException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into problem documents that name the field and tell nothing internal. */
public final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private static final Map<Reason, Integer> STATUS =
      Map.of(
          Reason.INVALID, 400,
          Reason.NOT_FOUND, 404,
          Reason.CONFLICT, 409,
          Reason.OUTDATED, 412,
          Reason.TOO_LARGE, 413,
          Reason.VERSION_MISSING, 428);

  private static final Map<Reason, String> TITLE =
      Map.of(
          Reason.INVALID, "Bad input",
          Reason.NOT_FOUND, "Not found",
          Reason.CONFLICT, "Conflict",
          Reason.OUTDATED, "Changed meanwhile",
          Reason.TOO_LARGE, "Too large",
          Reason.VERSION_MISSING, "Version missing");

  @ServerExceptionMapper
  public Response refused(Refused e) {
    return Problem.answer(
        STATUS.getOrDefault(e.reason(), 400),
        TITLE.getOrDefault(e.reason(), "Bad input"),
        String.valueOf(e.getMessage()),
        e.faults());
  }

  @ServerExceptionMapper
  public Response refused(AccessRefusedException e) {
    return Problem.answer(e.status(), "Not allowed", String.valueOf(e.getMessage()), List.of());
  }

  /** Named besides its parent, since Quarkus has an answer of its own for it. */
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException e) {
    return unreadable(e);
  }

  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException e) {
    Fault fault = JsonFault.of(e);
    boolean known = !fault.field().isEmpty();
    return Problem.answer(
        400,
        "Bad input",
        known ? fault.toString() : fault.message(),
        known ? List.of(fault) : List.of());
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof JsonProcessingException json) {
        return unreadable(json);
      }
    }
    Response.StatusType status = e.getResponse().getStatusInfo();
    return Problem.answer(
        status.getStatusCode(),
        status.getReasonPhrase(),
        status.getStatusCode() == 404
            ? "there is nothing at this address"
            : status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT),
        List.of());
  }

  @ServerExceptionMapper({StoreUnavailableException.class, MongoException.class})
  public Response away(RuntimeException e) {
    LOG.warn("the store is away: {}", e.toString());
    return again(2, "the store does not answer");
  }

  @ServerExceptionMapper
  public Response busy(LostRaceException e) {
    return again(1, "others change the same thing");
  }

  @ServerExceptionMapper
  public Response fault(Exception e) {
    LOG.error("a request failed", e);
    return Problem.answer(500, "A fault of ours", "it has been logged", List.of());
  }

  private static Response again(int seconds, String detail) {
    return Problem.response(503, "Try again", detail, List.of())
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }
}
