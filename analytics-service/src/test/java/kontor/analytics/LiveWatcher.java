package kontor.analytics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import kontor.access.TestGateway;

/** A manager who watches what happens. */
final class LiveWatcher implements AutoCloseable {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Stream<String> stream;

  LiveWatcher(String url) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + TestGateway.token(TestGateway.MANAGER))
            .build();
    stream = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines()).body();
    new Thread(this::read).start();
  }

  private void read() {
    try {
      stream.forEach(lines::add);
    } catch (RuntimeException closed) {
      // the test is over
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  boolean has(String text) {
    return lines().stream().anyMatch(line -> line.contains(text));
  }

  @Override
  public void close() {
    stream.close();
  }
}
