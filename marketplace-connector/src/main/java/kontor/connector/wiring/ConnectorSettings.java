package kontor.connector.wiring;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.connector.channel.Secrets;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the connector works.
 *
 * @param pollEvery how often an account's orders are asked for, where the marketplace sets no limit
 * @param returnsEvery how often an account's returns are asked for
 * @param settlementsEvery how often it is asked whether a marketplace has paid out to an account
 * @param reconcileEvery how often 20 listings of an account are compared with the marketplace
 * @param recheckSalesAfter how old a sale is when it is read again and compared, for the first time
 * @param keepBuyers how long names and addresses of a marketplace's buyers are kept
 * @param zone where a day begins, for sales and VAT rates
 * @param key makes opaque ids of buyers' names and encrypts credentials; 32 bytes, base64
 * @param accounts connected at the start if they are not yet; what the manager changes later stays
 */
@ConfigurationProperties("kontor.connector")
record ConnectorSettings(
    @DefaultValue("2s") Duration pollEvery,
    @DefaultValue("1h") Duration returnsEvery,
    @DefaultValue("1h") Duration settlementsEvery,
    @DefaultValue("10s") Duration reconcileEvery,
    @DefaultValue("24h") Duration recheckSalesAfter,
    @DefaultValue("90d") Duration keepBuyers,
    @DefaultValue("Europe/Berlin") ZoneId zone,
    @DefaultValue("") String key,
    @DefaultValue List<InitialAccount> accounts) {

  /**
   * @param secrets without one that the marketplace requires the account is not connected
   */
  record InitialAccount(
      String marketplace,
      String channel,
      @DefaultValue("main") String name,
      @DefaultValue("DE") String country,
      @DefaultValue Map<String, String> settings,
      @DefaultValue Map<String, String> secrets) {

    ChannelId channelId() {
      return new ChannelId(channel);
    }

    CountryCode countryCode() {
      return new CountryCode(country);
    }

    /** Those that were given; a variable that is not set comes as blank text. */
    Secrets given() {
      return new Secrets(
          secrets.entrySet().stream()
              .filter(one -> !one.getValue().isBlank())
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
  }
}
