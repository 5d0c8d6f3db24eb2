package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every panel of every dashboard shows data of the running platform, asked of a real Prometheus.
 */
@Order(6)
class DashboardTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of(System.getProperty("kontor.home", ".."));
  private static final URI PROMETHEUS = URI.create("http://127.0.0.1:9390");

  @TempDir private Path folder = Path.of("");

  private final Platform platform = Platform.get();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(Process::destroy);
  }

  @Test
  void everyPanelHasDataAfterSomeTraffic() throws Exception {
    assumeTrue(Programs.found("prometheus"), "prometheus is not installed");
    Goods goods = Goods.of(platform, 1, 100);
    start();
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> !query("up == 1").isEmpty());
    List<String> empty = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(3))
        .until(
            () -> {
              goods.buy(platform.visitor(), 1);
              empty.clear();
              for (JsonNode panel : panels()) {
                String expression = panel.at("/targets/0/expr").asText();
                if (query(expression.replace("$__rate_interval", "30s")).isEmpty()) {
                  empty.add(panel.path("title").asText() + ": " + expression);
                }
              }
              return empty.isEmpty();
            });
    assertThat(empty).isEmpty();
  }

  private static List<JsonNode> panels() throws IOException {
    List<JsonNode> panels = new ArrayList<>();
    try (Stream<Path> files = Files.list(HOME.resolve("ops/grafana/dashboards"))) {
      for (Path file : files.toList()) {
        JSON.readTree(Files.readString(file)).path("panels").forEach(panels::add);
      }
    }
    assertThat(panels).isNotEmpty();
    return panels;
  }

  /** The production configuration, with this machine's addresses and a short interval. */
  private void start() throws IOException {
    String configuration =
        Files.readString(HOME.resolve("ops/prometheus/prometheus.yml"))
            .replaceAll("\"(order|inventory|connector|gateway|catalog|analytics):", "\"127.0.0.1:")
            .replace("15s", "2s");
    Files.writeString(folder.resolve("prometheus.yml"), configuration);
    Files.copy(HOME.resolve("ops/prometheus/rules.yml"), folder.resolve("rules.yml"));
    started.add(
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + PROMETHEUS.getPort())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start());
  }

  private static JsonNode query(String expression) {
    String path = "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
    HttpRequest request = HttpRequest.newBuilder(PROMETHEUS.resolve(path)).build();
    try {
      String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      return JSON.readTree(body).at("/data/result");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
