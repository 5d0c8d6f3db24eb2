package kontor.connector.ebay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How eBay reaches us with notifications.
 *
 * @param endpoint our address as it is registered there, ending in {@code
 *     /api/shop/marketplaces/ebay/notifications}
 * @param verificationToken agreed with eBay, 32 to 80 characters; without it eBay cannot check that
 *     the endpoint is ours
 */
@ConfigurationProperties("kontor.ebay.notifications")
record EbayNoticeSettings(
    @DefaultValue("") String endpoint, @DefaultValue("") String verificationToken) {}
