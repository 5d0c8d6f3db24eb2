package kontor.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** Trouble behind the edge is told as such; only our own mistakes are internal errors. */
class EdgeErrorsTest {

  private final MockServerWebExchange exchange =
      MockServerWebExchange.from(MockServerHttpRequest.get("/api/admin/orders"));

  @Test
  void withoutTheStoreOfSessionsOneMayTryAgain() {
    handle(new MongoTimeoutException("no server"));
    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(exchange.getResponse().getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
        .isEqualTo("2");
  }

  @Test
  void withoutAServiceOneMayTryAgain() {
    handle(new ConnectException("refused"));
    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
  }

  @Test
  void aMistakeOfOursIsAnInternalError() {
    handle(new IllegalStateException("a bug"));
    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    assertThat(exchange.getResponse().getBodyAsString().block(Duration.ofSeconds(1)))
        .doesNotContain("a bug");
  }

  private void handle(Throwable failure) {
    new EdgeErrors().handle(exchange, failure).block(Duration.ofSeconds(1));
  }
}
