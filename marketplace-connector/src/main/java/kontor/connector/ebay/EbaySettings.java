package kontor.connector.ebay;

import java.net.URI;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at eBay.
 *
 * @param refreshToken the seller's consent
 * @param pictureUrl our public address, put before pictures that have none of their own
 * @param location key of the place that goods are sent from
 * @param category leaf category for articles without a mapping of their own
 */
@ConfigurationProperties("kontor.ebay")
record EbaySettings(
    URI baseUrl,
    String clientId,
    String clientSecret,
    String refreshToken,
    String pictureUrl,
    @DefaultValue("ebay-de") String channel,
    @DefaultValue("main") String account,
    @DefaultValue("DE") String country,
    @DefaultValue("EBAY_DE") String marketplace,
    @DefaultValue("de-DE") String language,
    @DefaultValue("kontor-main") String location,
    @DefaultValue("20490") String category,
    @DefaultValue("kontor-fulfillment") String fulfillmentPolicy,
    @DefaultValue("kontor-payment") String paymentPolicy,
    @DefaultValue("kontor-return") String returnPolicy) {

  ChannelId channelId() {
    return new ChannelId(channel);
  }

  CountryCode countryCode() {
    return new CountryCode(country);
  }
}
