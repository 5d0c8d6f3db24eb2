package kontor.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kontor.access.Caller;
import kontor.gateway.identity.Credential.Kind;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps customers' sessions as the order service says in the header {@code Kontor-Session} of its
 * answers: it checks passwords, and a session is begun or ended before its answer leaves. The
 * header itself goes no further. Its forms: {@code start <subject> <epoch>}, {@code from <subject>
 * <epoch>} (sessions of an earlier epoch do not count) and {@code end}.
 */
@Component
class CustomerSessionFilter implements GlobalFilter, Ordered {

  static final String COOKIE = "kontor_customer";
  private static final String HEADER = "Kontor-Session";
  private static final Duration LIFETIME = Duration.ofDays(14);

  private final Credentials credentials;
  private final CallerFilter callers;
  private final Clock clock;

  CustomerSessionFilter(Credentials credentials, CallerFilter callers, Clock clock) {
    this.credentials = credentials;
    this.callers = callers;
    this.clock = clock;
  }

  /** Before the filter that writes the answer. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    exchange.getResponse().beforeCommit(() -> obey(exchange));
    return chain.filter(exchange);
  }

  private Mono<Void> obey(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    String said = headers.getFirst(HEADER);
    if (said == null) {
      return Mono.empty();
    }
    headers.remove(HEADER);
    return Mono.fromCallable(() -> obey(said.split(" "), exchange))
        .subscribeOn(Schedulers.boundedElastic())
        .doOnNext(cookie -> cookie.ifPresent(exchange.getResponse()::addCookie))
        .then();
  }

  /** The cookie to answer with, if there is a change to it. Blocks. */
  private Optional<ResponseCookie> obey(String[] words, ServerWebExchange exchange) {
    switch (words[0]) {
      case "start" -> {
        return Optional.of(start(words[1], Long.parseLong(words[2]), exchange));
      }
      case "from" -> {
        credentials.endSessions(words[1], Long.parseLong(words[2]), clock.instant());
        boolean mine =
            CallerFilter.caller(exchange).map(Caller::subject).filter(words[1]::equals).isPresent();
        return mine && !stillThere(exchange) ? Optional.of(gone()) : Optional.empty();
      }
      case "end" -> {
        cookie(exchange).ifPresent(secret -> credentials.revoke(Secrets.hash(secret)));
        return Optional.of(gone());
      }
      default -> throw new IllegalStateException("not a word on sessions: " + words[0]);
    }
  }

  private ResponseCookie start(String subject, long epoch, ServerWebExchange exchange) {
    cookie(exchange).ifPresent(secret -> credentials.revoke(Secrets.hash(secret)));
    credentials.endSessions(subject, epoch, clock.instant());
    Instant end = clock.instant().plus(LIFETIME);
    String secret = credentials.begin(subject, epoch, end);
    return callers.cookie(COOKIE, secret, LIFETIME);
  }

  private ResponseCookie gone() {
    return callers.cookie(COOKIE, "", Duration.ZERO);
  }

  private boolean stillThere(ServerWebExchange exchange) {
    return cookie(exchange).flatMap(credentials::find).isPresent();
  }

  /** Read by the caller's filter, which takes cookies off the request. */
  private static Optional<String> cookie(ServerWebExchange exchange) {
    HttpCookie cookie = exchange.getAttribute(CallerFilter.CUSTOMER_COOKIE);
    return Optional.ofNullable(cookie).map(HttpCookie::getValue);
  }

  /** What customers' sessions are. */
  static boolean is(Credential credential) {
    return credential.kind() == Kind.CUSTOMER_SESSION;
  }
}
