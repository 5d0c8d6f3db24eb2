package kontor.analytics.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/** Where the service finds the broker, what it is called, and how the shop sells. */
@ConfigMapping(prefix = "kontor")
public interface AnalyticsSettings {

  String kafkaBootstrapServers();

  /** Lasting, and different for each instance that runs at the same time. */
  String instance();

  /** For what Kafka Streams keeps, which is rebuilt when missing. */
  Path dataDir();

  /** The gateway's, X.509 DER in base64. */
  String tokenPublicKey();

  Shop shop();

  Live live();

  Audit audit();

  /** How the shop sells. */
  interface Shop {

    /** Where a day begins. */
    @WithDefault("Europe/Berlin")
    ZoneId zone();

    /** Of titles, for callers who name no other language. */
    @WithDefault("de")
    String language();

    /** At home; a marketplace of this country is named without it. */
    @WithDefault("DE")
    String country();
  }

  /** How events are shown as they happen. */
  interface Live {

    /** So many of the last events are shown at once to whoever begins to watch. */
    @WithDefault("200")
    int remembered();

    /** So many may wait for a slow reader; with more it is dropped, and comes back by itself. */
    @WithDefault("1000")
    int waiting();

    /** How often a quiet stream says that it lives. */
    @WithDefault("15s")
    Duration heartbeat();
  }

  /** How the books are watched. */
  interface Audit {

    /** How often it judges. */
    @WithDefault("5s")
    Duration every();

    /** Nothing must have happened to an order or SKU for so long before it is judged. */
    @WithDefault("60s")
    Duration rest();

    /** Orders placed longer ago are not looked at: past delivery, withdrawal and refund. */
    @WithDefault("60d")
    Duration window();
  }
}
