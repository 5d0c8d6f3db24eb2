package kontor.catalog.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.ZoneId;

/** Where the service finds its neighbours, what it is called, and how the shop sells. */
@ConfigMapping(prefix = "kontor")
public interface PlatformSettings {

  String mongodbUri();

  String kafkaBootstrapServers();

  /** Lasting, and different for each instance that runs at the same time. */
  String instance();

  /** For the index, which is rebuilt when missing, and for files while they are imported. */
  Path dataDir();

  /** The gateway's, X.509 DER in base64. */
  String tokenPublicKey();

  Shop shop();

  /** How the shop sells. */
  interface Shop {

    /** Where a day begins, for sales and VAT rates. */
    @WithDefault("Europe/Berlin")
    ZoneId zone();

    /** ISO 4217. */
    @WithDefault("EUR")
    String currency();

    /** Whose VAT a shopper is shown who names no other country. */
    @WithDefault("DE")
    String country();

    /** Of shoppers who name no other language, and of imported files that do not say. */
    @WithDefault("de")
    String language();
  }
}
