package kontor.inventory.reservation.adapter;

import java.time.Duration;
import kontor.inventory.allocation.Strategies;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders hold stock.
 *
 * @param hold how long without being confirmed
 * @param checkEvery how often it is looked for what has expired
 * @param allocation how the places are chosen that give the units of an order
 */
@ConfigurationProperties("kontor.reservation")
record ReservationSettings(
    @DefaultValue("15m") Duration hold,
    @DefaultValue("5s") Duration checkEvery,
    @DefaultValue("priority") Strategies allocation) {}
