package kontor.connector.account;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the connector works.
 *
 * @param pollEvery how often an account's orders are asked for
 * @param zone where a day begins, for sales and VAT rates
 * @param key makes opaque ids of buyers' names; 32 bytes, base64
 */
@ConfigurationProperties("kontor.connector")
record ConnectorSettings(
    @DefaultValue("2s") Duration pollEvery,
    @DefaultValue("Europe/Berlin") ZoneId zone,
    @DefaultValue("") String key) {}
