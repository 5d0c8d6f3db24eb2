package kontor.local.command;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import kontor.local.edge.Edge;
import kontor.local.platform.Instances;
import kontor.local.platform.Plan;
import kontor.local.platform.PlatformFolder;
import kontor.local.platform.Secrets;

/** How commands reach the running platform: addresses, and the manager's sign-in. */
final class Access {

  private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");

  private final PlatformFolder folder;
  private final Map<String, String> environment;

  private Access(PlatformFolder folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  static Access current() {
    return new Access(PlatformFolder.current(), System.getenv());
  }

  URI gateway() {
    return GATEWAY;
  }

  URI sandbox() {
    return URI.create("http://127.0.0.1:8090");
  }

  String mongoUri() {
    return plan().mongoUri();
  }

  String bootstrapServers() {
    return plan().bootstrapServers();
  }

  Edge manager() {
    return Edge.manager(GATEWAY, Secrets.of(folder).adminPassword());
  }

  /** A manager who waits no longer than that for an answer. */
  Edge manager(Duration patience) {
    return Edge.manager(GATEWAY, Secrets.of(folder).adminPassword(), patience);
  }

  private Plan plan() {
    return new Plan(folder, Instances.ofEach(1), environment);
  }
}
