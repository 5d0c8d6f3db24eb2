package kontor.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import kontor.access.AccessTokens;
import kontor.access.Caller;
import kontor.access.Role;
import kontor.gateway.GatewaySettings;
import kontor.gateway.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Finds out who calls and passes it on as a short-lived signed token. Whatever a client says of
 * itself in headers is taken away. Programs send {@code X-Api-Key}, people have the cookie {@code
 * kontor_session}, and a visitor of the shop gets the cookie {@code kontor_guest}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CallerFilter implements WebFilter {

  static final String SESSION = "kontor_session";
  static final String CUSTOMER_COOKIE = "kontor.customer-cookie";
  private static final String GUEST = "kontor_guest";
  private static final String SHOP = "/api/shop/";

  /**
   * Opened out of a mail, where a browser sends no strict cookie: a new one would replace the one
   * that the visitor has.
   */
  private static final String MAILED = "/api/shop/links/";

  private static final String API_KEY = "X-Api-Key";
  private static final String CALLER = Caller.class.getName();
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);
  private static final Duration GUEST_LIFETIME = Duration.ofDays(30);

  private final Credentials credentials;
  private final AccessTokens.Issuer issuer;
  private final GatewaySettings settings;
  private final Clock clock;
  private final Cache<Caller, String> tokens =
      Caffeine.newBuilder()
          .maximumSize(100_000)
          .expireAfterWrite(TOKEN_LIFETIME.minusMinutes(1))
          .build();

  CallerFilter(Credentials credentials, GatewaySettings settings, Clock clock) {
    this.credentials = credentials;
    this.issuer = new AccessTokens.Issuer(settings.tokenPrivateKey(), clock);
    this.settings = settings;
    this.clock = clock;
  }

  /** Who sends this request; nobody on open paths. */
  static Optional<Caller> caller(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(CALLER));
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    HttpCookie customer = exchange.getRequest().getCookies().getFirst(CustomerSessionFilter.COOKIE);
    if (customer != null) {
      exchange.getAttributes().put(CUSTOMER_COOKIE, customer);
    }
    String secret = secret(exchange.getRequest());
    if (!path.startsWith("/api/") || secret == null) {
      return admit(exchange, chain, Optional.empty());
    }
    Optional<Optional<Credential>> remembered = credentials.remembered(secret);
    Mono<Optional<Credential>> found =
        remembered
            .map(Mono::just)
            .orElseGet(
                () ->
                    Mono.fromCallable(() -> credentials.find(secret))
                        .subscribeOn(Schedulers.boundedElastic()));
    return found.flatMap(
        credential -> admit(exchange, chain, credential.filter(c -> c.isValidAt(clock.instant()))));
  }

  private Mono<Void> admit(
      ServerWebExchange exchange, WebFilterChain chain, Optional<Credential> credential) {
    String path = exchange.getRequest().getPath().value();
    Caller caller = null;
    boolean customer = credential.filter(CustomerSessionFilter::is).isPresent();
    if (customer && !path.startsWith(SHOP)) {
      return Problems.answer(exchange, HttpStatus.FORBIDDEN, "this is not for customers");
    } else if (credential.isPresent()) {
      Role role = customer ? Role.CUSTOMER : Role.MANAGER;
      caller = new Caller(credential.get().subject(), Set.of(role));
    } else if (path.startsWith(SHOP)) {
      caller = guest(exchange);
    } else if (path.startsWith("/api/admin/")) {
      return Problems.answer(exchange, HttpStatus.UNAUTHORIZED, "sign in, or send an API key");
    }
    return chain.filter(passOn(exchange, caller));
  }

  private Caller guest(ServerWebExchange exchange) {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(GUEST);
    String secret;
    if (cookie == null || !cookie.getValue().matches("[A-Za-z0-9_-]{43}")) {
      secret = Secrets.create();
      if (!exchange.getRequest().getPath().value().startsWith(MAILED)) {
        exchange.getResponse().addCookie(cookie(GUEST, secret, GUEST_LIFETIME));
      }
    } else {
      secret = cookie.getValue();
    }
    return new Caller("guest:" + Secrets.hash(secret).substring(0, 32), Set.of(Role.GUEST));
  }

  ResponseCookie cookie(String name, String value, Duration lifetime) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(settings.secureCookies())
        .sameSite("Strict")
        .path("/")
        .maxAge(lifetime)
        .build();
  }

  private ServerWebExchange passOn(ServerWebExchange exchange, @Nullable Caller caller) {
    ServerHttpRequest request =
        exchange
            .getRequest()
            .mutate()
            .headers(
                headers -> {
                  headers.remove(HttpHeaders.AUTHORIZATION);
                  headers.remove(API_KEY);
                  headers.remove(HttpHeaders.COOKIE);
                  if (caller != null) {
                    headers.setBearerAuth(token(caller));
                  }
                })
            .build();
    if (caller != null) {
      exchange.getAttributes().put(CALLER, caller);
    }
    return exchange.mutate().request(request).build();
  }

  private String token(Caller caller) {
    return tokens.get(caller, c -> issuer.issue(c, TOKEN_LIFETIME));
  }

  private static @Nullable String secret(ServerHttpRequest request) {
    String key = request.getHeaders().getFirst(API_KEY);
    if (key != null) {
      return key;
    }
    HttpCookie customer = request.getCookies().getFirst(CustomerSessionFilter.COOKIE);
    if (customer != null && request.getPath().value().startsWith(SHOP)) {
      return customer.getValue();
    }
    HttpCookie session = request.getCookies().getFirst(SESSION);
    return session == null ? null : session.getValue();
  }
}
