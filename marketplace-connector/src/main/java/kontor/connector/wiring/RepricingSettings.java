package kontor.connector.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How prices follow others.
 *
 * @param every how often an account's rules are applied
 * @param lookEvery how often it is looked at an article's competitors, as far as calls allow
 * @param staleAfter what was seen of competitors so long ago says nothing
 */
@ConfigurationProperties("kontor.repricing")
record RepricingSettings(
    @DefaultValue("10s") Duration every,
    @DefaultValue("5m") Duration lookEvery,
    @DefaultValue("30m") Duration staleAfter) {}
