package kontor.gateway.status;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import kontor.gateway.GatewaySettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether each instance of each service is ready; open to everybody, so it says no more. */
@RestController
class StatusResource {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Set<String> QUARKUS = Set.of("catalog", "analytics");

  private final GatewaySettings settings;
  private final WebClient http = WebClient.create();

  StatusResource(GatewaySettings settings) {
    this.settings = settings;
  }

  /**
   * @param ready whether it takes requests now
   */
  record ServiceStatus(String service, int instance, boolean ready) {}

  @GetMapping("/api/status")
  Mono<List<ServiceStatus>> status() {
    return Flux.fromIterable(settings.services().entrySet())
        .flatMap(
            service ->
                Flux.range(0, service.getValue().size())
                    .flatMap(i -> status(service.getKey(), i, service.getValue().get(i))))
        .collectSortedList(
            Comparator.comparing(ServiceStatus::service).thenComparing(ServiceStatus::instance));
  }

  private Mono<ServiceStatus> status(String service, int index, URI uri) {
    String path = QUARKUS.contains(service) ? "/q/health/ready" : "/actuator/health/readiness";
    return http.get()
        .uri(uri.resolve(path))
        .exchangeToMono(r -> r.releaseBody().thenReturn(r.statusCode().is2xxSuccessful()))
        .timeout(PATIENCE)
        .onErrorReturn(false)
        .map(ready -> new ServiceStatus(service, index + 1, ready));
  }
}
