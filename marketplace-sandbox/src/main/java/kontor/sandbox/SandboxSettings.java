package kontor.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kontor.sandbox.ebay.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * How the sandbox is run.
 *
 * @param port 0 picks a free one
 * @param dataFolder where the state is kept over a restart; without it, it is not
 */
public record SandboxSettings(String host, int port, @Nullable Path dataFolder, Credentials ebay) {

  private static final Credentials LOCAL =
      new Credentials("kontor-local", "kontor-local-secret", "kontor-local-refresh-token");

  public SandboxSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
  }

  /** For tests: this machine only, nothing kept. */
  public static SandboxSettings inMemory(int port) {
    return new SandboxSettings("127.0.0.1", port, null, LOCAL);
  }

  /** {@code --port N}, {@code --data FOLDER}, {@code --host ADDRESS}, and the environment. */
  static SandboxSettings read(List<String> arguments, Map<String, String> environment) {
    String host = environment.getOrDefault("SANDBOX_HOST", "127.0.0.1");
    String port = environment.getOrDefault("SANDBOX_PORT", "8090");
    String data = environment.getOrDefault("KONTOR_DATA_DIR", "");
    for (int i = 0; i < arguments.size(); i += 2) {
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      switch (arguments.get(i)) {
        case "--host" -> host = value;
        case "--port" -> port = value;
        case "--data" -> data = value;
        default -> throw new IllegalArgumentException("unknown argument " + arguments.get(i));
      }
    }
    return new SandboxSettings(
        host, number(port), data.isEmpty() ? null : Path.of(data), credentials(environment));
  }

  private static Credentials credentials(Map<String, String> environment) {
    return new Credentials(
        environment.getOrDefault("EBAY_CLIENT_ID", LOCAL.clientId()),
        environment.getOrDefault("EBAY_CLIENT_SECRET", LOCAL.clientSecret()),
        environment.getOrDefault("EBAY_REFRESH_TOKEN", LOCAL.refreshToken()));
  }

  private static int number(String port) {
    try {
      return Integer.parseInt(port);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a port: " + port, e);
    }
  }
}
