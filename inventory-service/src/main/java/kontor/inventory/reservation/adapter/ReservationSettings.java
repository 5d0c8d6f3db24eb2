package kontor.inventory.reservation.adapter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order that is not confirmed may hold stock.
 *
 * @param hold from the order to the expiry
 * @param checkEvery how often it is looked for what has expired
 */
@ConfigurationProperties("kontor.reservation")
record ReservationSettings(
    @DefaultValue("15m") Duration hold, @DefaultValue("5s") Duration checkEvery) {}
