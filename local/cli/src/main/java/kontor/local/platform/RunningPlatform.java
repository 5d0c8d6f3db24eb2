package kontor.local.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kontor.local.network.LinkState;

/** A platform that runs, as its supervisor's control shows it. */
public final class RunningPlatform {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ControlFile control;

  private RunningPlatform(ControlFile control) {
    this.control = control;
  }

  /** The platform of this folder, absent when it does not run. */
  public static Optional<RunningPlatform> of(PlatformFolder folder) {
    return ControlFile.read(folder).map(RunningPlatform::new);
  }

  /** The supervisor's process. */
  public long pid() {
    return control.pid();
  }

  /**
   * How it is now.
   *
   * @throws PlatformException when the supervisor does not answer
   */
  public PlatformStatus status() {
    try {
      return JSON.readValue(send("GET", "/status").body(), PlatformStatus.class);
    } catch (IOException unreadable) {
      throw new PlatformException("The supervisor's answer is unreadable.", unreadable);
    }
  }

  /** Restarts a component, or all instances of a service; false when there is none so called. */
  public boolean restart(String component) {
    return send("POST", "/restart?" + component).statusCode() == 200;
  }

  /** The links that somebody uses and that can be broken; none unless it was started so. */
  public List<String> links() {
    try {
      return List.of(JSON.readValue(send("GET", "/links").body(), String[].class));
    } catch (IOException unreadable) {
      throw new PlatformException("The supervisor's answer is unreadable.", unreadable);
    }
  }

  /** Breaks a link, or makes it well again. */
  public void link(String name, LinkState state) {
    try {
      String body = JSON.writeValueAsString(state);
      if (send("POST", "/links?" + name, BodyPublishers.ofString(body)).statusCode() != 200) {
        throw new PlatformException("There is no link " + name + ".");
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Asks it to stop everything. */
  public void down() {
    send("POST", "/down");
  }

  /** Whether the supervisor has ended within that time. */
  public boolean awaitEnd(Duration most) {
    Optional<ProcessHandle> process = ProcessHandle.of(control.pid());
    if (process.isEmpty()) {
      return true;
    }
    try {
      var unused = process.get().onExit().get(most.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (java.util.concurrent.ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private HttpResponse<String> send(String method, String path) {
    return send(method, path, BodyPublishers.noBody());
  }

  private HttpResponse<String> send(String method, String path, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control.port() + path))
            .header("Authorization", "Bearer " + control.token())
            .method(method, body)
            .timeout(PATIENCE)
            .build();
    try {
      return Probe.Http.CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException gone) {
      throw new PlatformException("The supervisor does not answer; it may just be ending.", gone);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", interrupted);
    }
  }
}
