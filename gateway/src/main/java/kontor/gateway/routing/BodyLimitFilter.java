package kontor.gateway.routing;

import java.util.concurrent.atomic.AtomicLong;
import kontor.gateway.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How much a request may bring: 1 MB, and 50 MB for an import; counted, whatever its length says.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class BodyLimitFilter implements WebFilter {

  private static final long MEGABYTE = 1 << 20;
  private static final long USUAL = MEGABYTE;
  private static final long IMPORT = 50 * MEGABYTE;

  /** The client sent more than it may. */
  static final class BodyTooLarge extends RuntimeException {
    BodyTooLarge(long limit) {
      super("the body is larger than " + limit + " bytes");
    }
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    long limit = request.getPath().value().startsWith("/api/admin/imports") ? IMPORT : USUAL;
    if (request.getHeaders().getContentLength() > limit) {
      return Problems.answer(
          exchange, HttpStatus.CONTENT_TOO_LARGE, "the body is larger than " + limit + " bytes");
    }
    if (request.getHeaders().getContentLength() >= 0) {
      return chain.filter(exchange);
    }
    return chain.filter(exchange.mutate().request(counted(request, limit)).build());
  }

  private static ServerHttpRequest counted(ServerHttpRequest request, long limit) {
    return new ServerHttpRequestDecorator(request) {
      @Override
      public Flux<DataBuffer> getBody() {
        AtomicLong seen = new AtomicLong();
        return super.getBody()
            .doOnNext(
                buffer -> {
                  if (seen.addAndGet(buffer.readableByteCount()) > limit) {
                    DataBufferUtils.release(buffer);
                    throw new BodyTooLarge(limit);
                  }
                });
      }
    };
  }
}
