package kontor.order.customer.adapter;

import java.time.Duration;
import java.time.Instant;
import kontor.order.customer.Customer;
import kontor.order.customer.SignIn.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * What the gateway has to do about sessions, told in a header that it takes off the answer: {@code
 * start <subject> <ms>}, {@code from <subject> <ms>} (sessions that began before do not count) and
 * {@code end} (the session of this request is over). Milliseconds since 1970.
 */
public final class SessionHeader {

  public static final String NAME = "Kontor-Session";
  public static final String END = "end";

  private SessionHeader() {}

  static String start(Customer customer) {
    return "start " + customer.id() + " " + customer.sessionsFrom().toEpochMilli();
  }

  static String from(Customer customer) {
    return "from " + customer.id() + " " + customer.sessionsFrom().toEpochMilli();
  }

  /** No session of the subject that began by now counts any more. */
  public static String none(String subject, Instant now) {
    return "from " + subject + " " + now.plusMillis(1).toEpochMilli();
  }

  /** 401, or 429 with {@code Retry-After}; the same whether or not there is such an account. */
  public static ResponseEntity<Object> refusal(Outcome refused, Instant now) {
    if (refused instanceof Outcome.Paused paused) {
      long seconds = Math.max(1, Duration.between(now, paused.until()).toSeconds());
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
          .header("Retry-After", Long.toString(seconds))
          .body(
              problem(
                  HttpStatus.TOO_MANY_REQUESTS,
                  "too many wrong passwords; wait " + seconds + " s"));
    }
    return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
        .body(problem(HttpStatus.UNAUTHORIZED, "e-mail address or password is wrong"));
  }

  private static ProblemDetail problem(HttpStatus status, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle("Not signed in");
    return problem;
  }
}
