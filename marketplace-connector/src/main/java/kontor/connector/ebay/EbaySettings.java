package kontor.connector.ebay;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where eBay is for us.
 *
 * @param financesUrl of the Finances API, which has a host for itself
 * @param pictureUrl our public address, put before pictures that have none of their own
 */
@ConfigurationProperties("kontor.ebay")
record EbaySettings(URI baseUrl, URI financesUrl, String pictureUrl) {}
