package kontor.connector.etsy;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Etsy is for us.
 *
 * @param baseUrl of the Open API, such as {@code https://api.etsy.com/v3/application}
 * @param tokenUrl of its OAuth 2
 * @param connectUrl the page on which a seller gives his consent
 * @param pictureUrl our public address, from which pictures are read that have none of their own:
 *     Etsy takes files, not addresses
 * @param openEvery how often all receipts that are not shipped yet are read, changed or not
 */
@ConfigurationProperties("kontor.etsy")
record EtsySettings(
    URI baseUrl,
    URI tokenUrl,
    URI connectUrl,
    String pictureUrl,
    @DefaultValue("24h") Duration openEvery) {}
