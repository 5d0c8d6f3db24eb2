package kontor.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the edge is set up.
 *
 * @param tokenPrivateKey signs what services trust; PKCS#8, DER, base64, curve P-256
 * @param adminPassword of the user {@code manager}; nobody can sign in while it is empty
 * @param secureCookies whether cookies go over HTTPS only; false on a developer's machine
 * @param rateLimitPerSecond requests that one client may make in the long run; four times as many
 *     at once
 * @param services addresses of the instances of each service
 */
@ConfigurationProperties("kontor")
public record GatewaySettings(
    String mongodbUri,
    String tokenPrivateKey,
    String adminPassword,
    boolean secureCookies,
    int rateLimitPerSecond,
    Map<String, List<URI>> services) {}
