package kontor.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A component's metrics in Prometheus' text format. */
final class MetricsPage {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private MetricsPage() {}

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
