package kontor.platform.spring;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.access.AccessRefusedException;
import kontor.eventstore.StoreUnavailableException;
import kontor.eventstore.command.LostRaceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns failures into RFC 9457 problem documents that name the field and tell nothing internal. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  /** How Jackson begins to say so; it has no exception of its own for it. */
  private static final String NULL_FOR_A_NUMBER = "Cannot map `null` into type";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> badRequest(BadRequestException e) {
    ProblemDetail problem = problem(HttpStatus.valueOf(e.status()), e.title(), e.getMessage());
    if (e.field() != null) {
      name(problem, e.field(), String.valueOf(e.getMessage()));
    }
    e.details().forEach(problem::setProperty);
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(e.status());
    e.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toString()));
    return answer.body(problem);
  }

  @ExceptionHandler
  ProblemDetail refused(AccessRefusedException e) {
    return problem(HttpStatus.valueOf(e.status()), "Not allowed", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail badParameter(MethodArgumentTypeMismatchException e) {
    ProblemDetail problem =
        problem(HttpStatus.BAD_REQUEST, "Bad input", e.getName() + ": " + reason(e));
    name(problem, e.getName(), reason(e));
    return problem;
  }

  @ExceptionHandler({StoreUnavailableException.class, MongoException.class})
  ResponseEntity<ProblemDetail> unavailable(RuntimeException e) {
    LOG.warn("the store is away: {}", e.toString());
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "2")
        .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "Try again", "the store does not answer"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> busy(LostRaceException e) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "Try again", "others change the same thing"));
  }

  @ExceptionHandler
  ProblemDetail fault(RuntimeException e) {
    LOG.error("a request failed", e);
    return problem(HttpStatus.INTERNAL_SERVER_ERROR, "A fault of ours", "it has been logged");
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String field = e.getCause() instanceof JacksonException json ? path(json) : "";
    String reason = e.getCause() == null ? "the body is missing" : reason(e.getCause());
    ProblemDetail problem =
        problem(
            HttpStatus.BAD_REQUEST, "Bad input", field.isEmpty() ? reason : field + ": " + reason);
    if (!field.isEmpty()) {
      name(problem, field, reason);
    }
    return ResponseEntity.badRequest().body(problem);
  }

  private static String path(JacksonException json) {
    return json.getPath().stream()
        .map(
            r -> r.getPropertyName() != null ? "." + r.getPropertyName() : "[" + r.getIndex() + "]")
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  /** Our own words where a value refused itself; never a class name. */
  private static String reason(Throwable failure) {
    if (failure instanceof UnrecognizedPropertyException) {
      return "is not a field of this request";
    }
    if (failure instanceof MismatchedInputException wrong
        && String.valueOf(wrong.getOriginalMessage()).startsWith(NULL_FOR_A_NUMBER)) {
      return "is missing";
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IllegalArgumentException && !(t instanceof NumberFormatException)) {
        return String.valueOf(t.getMessage());
      }
    }
    return "cannot be read as what it should be";
  }

  private static ProblemDetail problem(HttpStatus status, String title, @Nullable String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(detail));
    problem.setTitle(title);
    return problem;
  }

  private static void name(ProblemDetail problem, String field, String message) {
    problem.setProperty("errors", List.of(Map.of("field", field, "message", message)));
  }
}
