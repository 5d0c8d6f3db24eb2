package kontor.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import kontor.access.Caller;
import kontor.gateway.GatewaySettings;
import kontor.gateway.Problems;
import kontor.gateway.identity.Credential.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** People sign in and out. */
@RestController
@RequestMapping("/api/session")
class SessionResource {

  private static final Duration LIFETIME = Duration.ofHours(8);
  private static final String USER = "manager";

  private final Credentials credentials;
  private final CallerFilter callers;
  private final GatewaySettings settings;
  private final Clock clock;

  SessionResource(
      Credentials credentials, CallerFilter callers, GatewaySettings settings, Clock clock) {
    this.credentials = credentials;
    this.callers = callers;
    this.settings = settings;
    this.clock = clock;
  }

  record SignIn(@Nullable String user, @Nullable String password) {}

  record Session(String user) {}

  /** Answers with the cookie of the session, or 401 whichever of the two was wrong. */
  @PostMapping
  Mono<ResponseEntity<Session>> signIn(@RequestBody SignIn wanted, ServerWebExchange exchange) {
    boolean right =
        !settings.adminPassword().isEmpty()
            && USER.equals(wanted.user)
            && Secrets.same(settings.adminPassword(), String.valueOf(wanted.password));
    if (!right) {
      return Problems.answer(exchange, HttpStatus.UNAUTHORIZED, "user or password is wrong")
          .then(Mono.empty());
    }
    return Mono.fromCallable(
            () ->
                credentials.create(
                    Kind.SESSION, "user:" + USER, USER, clock.instant().plus(LIFETIME)))
        .subscribeOn(Schedulers.boundedElastic())
        .map(
            secret -> {
              exchange
                  .getResponse()
                  .addCookie(callers.cookie(CallerFilter.SESSION, secret, LIFETIME));
              return ResponseEntity.ok(new Session(USER));
            });
  }

  /** Who is signed in, or 401. */
  @GetMapping
  Mono<ResponseEntity<Session>> current(ServerWebExchange exchange) {
    Optional<Caller> caller = CallerFilter.caller(exchange);
    return caller
        .map(c -> Mono.just(ResponseEntity.ok(new Session(c.subject()))))
        .orElseGet(
            () ->
                Problems.answer(exchange, HttpStatus.UNAUTHORIZED, "nobody is signed in")
                    .then(Mono.empty()));
  }

  @DeleteMapping
  Mono<ResponseEntity<Void>> signOut(
      @org.springframework.web.bind.annotation.CookieValue(
              name = CallerFilter.SESSION,
              required = false)
          @Nullable HttpCookie session,
      ServerWebExchange exchange) {
    exchange.getResponse().addCookie(callers.cookie(CallerFilter.SESSION, "", Duration.ZERO));
    if (session == null) {
      return Mono.just(ResponseEntity.noContent().build());
    }
    return Mono.fromCallable(() -> credentials.revoke(Secrets.hash(session.getValue())))
        .subscribeOn(Schedulers.boundedElastic())
        .thenReturn(ResponseEntity.noContent().build());
  }
}
