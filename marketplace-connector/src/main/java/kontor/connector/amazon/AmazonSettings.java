package kontor.connector.amazon;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Amazon is for us.
 *
 * @param baseUrl the region's, such as {@code https://sellingpartnerapi-eu.amazon.com}
 * @param tokenUrl of Login with Amazon
 * @param pictureUrl our public address, put before pictures that have none of their own
 * @param orderLag how long before now a window of orders ends; Amazon wants two minutes at least
 * @param reportPause how often it is asked whether Amazon has written a report
 * @param timeScale how much faster Amazon's time goes; more than 1 at a sandbox only
 */
@ConfigurationProperties("kontor.amazon")
record AmazonSettings(
    URI baseUrl,
    URI tokenUrl,
    String pictureUrl,
    @DefaultValue("125s") Duration orderLag,
    @DefaultValue("20s") Duration reportPause,
    @DefaultValue("1") int timeScale) {}
