package kontor.platform.spring;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the service finds its neighbours, and what it is called.
 *
 * @param instance lasting and different for each instance that runs at the same time
 * @param dataDir for indexes, which are rebuilt when it is empty
 * @param tokenPublicKey of the gateway, X.509 DER in base64
 */
@ConfigurationProperties("kontor")
public record PlatformSettings(
    String mongodbUri,
    String kafkaBootstrapServers,
    String instance,
    Path dataDir,
    String tokenPublicKey) {}
