package kontor.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kontor.gateway.Problems;
import kontor.gateway.identity.Credential.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Keys for programs, to be made, listed and taken back by a manager. */
@RestController
@RequestMapping("/api/admin/api-keys")
class ApiKeyResource {

  private static final Duration LIFETIME = Duration.ofDays(365);

  private final Credentials credentials;
  private final Clock clock;

  ApiKeyResource(Credentials credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  record NewKey(@Nullable String name) {}

  /**
   * @param key the secret: shown this once
   */
  record CreatedKey(String name, String key, Instant expiresAt) {}

  record ListedKey(String id, String name, @Nullable Instant expiresAt) {}

  @PostMapping
  Mono<ResponseEntity<CreatedKey>> create(@RequestBody NewKey wanted, ServerWebExchange exchange) {
    String name = wanted.name;
    if (name == null || !name.matches("[\\p{L}\\p{N} ._-]{1,60}")) {
      return Problems.answer(
              exchange, HttpStatus.BAD_REQUEST, "name: must be 1 to 60 letters, digits or ._-")
          .then(Mono.empty());
    }
    Instant expires = clock.instant().plus(LIFETIME);
    return Mono.fromCallable(() -> credentials.create(Kind.API_KEY, "key:" + name, name, expires))
        .subscribeOn(Schedulers.boundedElastic())
        .map(key -> ResponseEntity.status(201).body(new CreatedKey(name, key, expires)));
  }

  @GetMapping
  Mono<List<ListedKey>> list() {
    return Mono.fromCallable(credentials::apiKeys)
        .subscribeOn(Schedulers.boundedElastic())
        .map(
            keys ->
                keys.stream().map(k -> new ListedKey(k.id(), k.name(), k.expiresAt())).toList());
  }

  @DeleteMapping("/{id}")
  Mono<ResponseEntity<Void>> revoke(@PathVariable String id, ServerWebExchange exchange) {
    return Mono.fromCallable(() -> credentials.revoke(id))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(
            was ->
                was
                    ? Mono.just(ResponseEntity.noContent().<Void>build())
                    : Problems.answer(exchange, HttpStatus.NOT_FOUND, "there is no such key")
                        .then(Mono.empty()));
  }
}
