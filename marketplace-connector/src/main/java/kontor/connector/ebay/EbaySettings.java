package kontor.connector.ebay;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where eBay is for us.
 *
 * @param pictureUrl our public address, put before pictures that have none of their own
 */
@ConfigurationProperties("kontor.ebay")
record EbaySettings(URI baseUrl, String pictureUrl) {}
