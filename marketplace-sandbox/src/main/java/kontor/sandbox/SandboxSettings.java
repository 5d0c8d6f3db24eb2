package kontor.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kontor.sandbox.amazon.seller.AmazonSettings;
import kontor.sandbox.ebay.Credentials;
import kontor.sandbox.etsy.EtsySettings;
import org.jspecify.annotations.Nullable;

/**
 * How the sandbox is run.
 *
 * @param port 0 picks a free one
 * @param partnerKey what the partner's callers show
 * @param timeScale how much faster marketplaces' own durations run, 1 for as in the world
 * @param dataFolder where the state is kept over a restart; without it, it is not
 */
public record SandboxSettings(
    String host,
    int port,
    @Nullable Path dataFolder,
    Credentials ebay,
    AmazonSettings amazon,
    EtsySettings etsy,
    String partnerKey,
    int timeScale) {

  private static final String PARTNER_KEY = "kontor-local-partner-key";
  private static final Credentials LOCAL =
      new Credentials("kontor-local", "kontor-local-secret", "kontor-local-refresh-token");

  public SandboxSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
  }

  /** As in the world, with the local seller on Amazon and Etsy. */
  public SandboxSettings(String host, int port, @Nullable Path dataFolder, Credentials ebay) {
    this(host, port, dataFolder, ebay, AmazonSettings.LOCAL, EtsySettings.LOCAL, PARTNER_KEY, 1);
  }

  /** For tests: this machine only, nothing kept. */
  public static SandboxSettings inMemory(int port) {
    return new SandboxSettings("127.0.0.1", port, null, LOCAL);
  }

  /** The same with other settings of Amazon. */
  public SandboxSettings with(AmazonSettings other) {
    return new SandboxSettings(host, port, dataFolder, ebay, other, etsy, partnerKey, timeScale);
  }

  /**
   * {@code --port N}, {@code --data FOLDER}, {@code --host ADDRESS}, {@code --time-scale N}, and
   * the environment.
   */
  public static SandboxSettings read(List<String> arguments, Map<String, String> environment) {
    String host = environment.getOrDefault("SANDBOX_HOST", "127.0.0.1");
    String port = environment.getOrDefault("SANDBOX_PORT", "8090");
    String data = environment.getOrDefault("KONTOR_DATA_DIR", "");
    String scale = environment.getOrDefault("SANDBOX_TIME_SCALE", "1");
    for (int i = 0; i < arguments.size(); i += 2) {
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      switch (arguments.get(i)) {
        case "--host" -> host = value;
        case "--port" -> port = value;
        case "--data" -> data = value;
        case "--time-scale" -> scale = value;
        default -> throw new IllegalArgumentException("unknown argument " + arguments.get(i));
      }
    }
    return new SandboxSettings(
        host,
        number(port, "port"),
        data.isEmpty() ? null : Path.of(data),
        credentials(environment),
        AmazonSettings.read(environment),
        EtsySettings.read(environment),
        environment.getOrDefault("PARTNER_KEY", PARTNER_KEY),
        number(scale, "time scale"));
  }

  private static Credentials credentials(Map<String, String> environment) {
    return new Credentials(
        environment.getOrDefault("EBAY_CLIENT_ID", LOCAL.clientId()),
        environment.getOrDefault("EBAY_CLIENT_SECRET", LOCAL.clientSecret()),
        environment.getOrDefault("EBAY_REFRESH_TOKEN", LOCAL.refreshToken()));
  }

  private static int number(String text, String what) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a " + what + ": " + text, e);
    }
  }
}
