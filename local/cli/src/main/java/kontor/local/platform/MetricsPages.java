package kontor.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The components' metrics in Prometheus' text format. */
public final class MetricsPages {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private MetricsPages() {}

  /** Of all that have metrics and answer. */
  public static List<String> of(List<ComponentStatus> components) {
    return components.stream()
        .filter(component -> !component.metricsPath().isEmpty())
        .flatMap(component -> of(component).stream())
        .toList();
  }

  /** Nothing when it does not answer. */
  static Optional<String> of(ComponentStatus component) {
    URI metrics = URI.create("http://127.0.0.1:" + component.port() + component.metricsPath());
    HttpRequest request = HttpRequest.newBuilder(metrics).timeout(PATIENCE).build();
    try {
      HttpResponse<String> response = Probe.Http.CLIENT.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    } catch (IOException unreachable) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
