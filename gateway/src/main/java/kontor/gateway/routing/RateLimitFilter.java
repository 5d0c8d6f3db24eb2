package kontor.gateway.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import kontor.gateway.GatewaySettings;
import kontor.gateway.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How often a client, told by its address, may ask; signing in has a much lower limit of its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RateLimitFilter implements WebFilter {

  private static final int BURST_FACTOR = 4;
  private static final int SIGN_INS_PER_MINUTE = 20;

  /**
   * What takes a password or the code of a gift card, or tells whether there is an account, or
   * sends a mail.
   */
  private static final Set<String> SIGN_INS =
      Set.of(
          "/api/session",
          "/api/shop/session",
          "/api/shop/customers",
          "/api/shop/customers/password-resets",
          "/api/shop/customers/password-resets/confirm",
          "/api/shop/gift-cards/balance");

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(10)).build();
  private final Bandwidth requests;
  private final Bandwidth signIns =
      Bandwidth.builder()
          .capacity(SIGN_INS_PER_MINUTE)
          .refillGreedy(SIGN_INS_PER_MINUTE, Duration.ofMinutes(1))
          .build();

  RateLimitFilter(GatewaySettings settings) {
    int perSecond = settings.rateLimitPerSecond();
    requests =
        Bandwidth.builder()
            .capacity((long) perSecond * BURST_FACTOR)
            .refillGreedy(perSecond, Duration.ofSeconds(1))
            .build();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (!request.getPath().value().startsWith("/api/")) {
      return chain.filter(exchange);
    }
    boolean signIn =
        SIGN_INS.contains(request.getPath().value()) && HttpMethod.POST.equals(request.getMethod());
    InetSocketAddress remote = request.getRemoteAddress();
    String client = (signIn ? "sign-in " : "") + (remote == null ? "" : remote.getHostString());
    ConsumptionProbe probe =
        buckets
            .get(client, key -> Bucket.builder().addLimit(signIn ? signIns : requests).build())
            .tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return chain.filter(exchange);
    }
    long seconds = Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return Problems.answer(
        exchange, HttpStatus.TOO_MANY_REQUESTS, "too many requests; wait " + seconds + " s");
  }
}
