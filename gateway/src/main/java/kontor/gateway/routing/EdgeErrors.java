package kontor.gateway.routing;

import com.mongodb.MongoException;
import java.io.IOException;
import kontor.gateway.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Failures at the edge as problem documents; nothing internal is told. */
@Component
@Order(-2)
class EdgeErrors implements WebExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(EdgeErrors.class);

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    String path = exchange.getRequest().getPath().value();
    if (failure instanceof BodyLimitFilter.BodyTooLarge tooLarge) {
      return Problems.answer(
          exchange, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
    }
    if (failure instanceof NotFoundException || failure instanceof IOException) {
      LOG.warn("no service for {}: {}", path, failure.toString());
      return again(exchange, "the service is starting or away; try again");
    }
    if (failure instanceof MongoException) {
      LOG.warn("the store of sessions is away: {}", failure.toString());
      return again(exchange, "the store does not answer; try again");
    }
    if (failure instanceof TimeoutException) {
      return Problems.answer(exchange, HttpStatus.GATEWAY_TIMEOUT, "the service took too long");
    }
    if (failure instanceof ServerWebInputException) {
      return Problems.answer(exchange, HttpStatus.BAD_REQUEST, "the body cannot be read as JSON");
    }
    if (failure instanceof ResponseStatusException status) {
      HttpStatus known = HttpStatus.resolve(status.getStatusCode().value());
      HttpStatus answer = known == null ? HttpStatus.BAD_REQUEST : known;
      return Problems.answer(exchange, answer, answer.getReasonPhrase());
    }
    LOG.error("the gateway failed on {}", path, failure);
    return Problems.answer(exchange, HttpStatus.INTERNAL_SERVER_ERROR, "it has been logged");
  }

  private static Mono<Void> again(ServerWebExchange exchange, String detail) {
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
    return Problems.answer(exchange, HttpStatus.SERVICE_UNAVAILABLE, detail);
  }
}
