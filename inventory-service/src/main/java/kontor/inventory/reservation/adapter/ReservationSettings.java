package kontor.inventory.reservation.adapter;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kontor.contracts.ChannelId;
import kontor.inventory.allocation.Strategies;
import kontor.inventory.reservation.HoldTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders hold stock.
 *
 * @param hold how long without being confirmed
 * @param holdPerChannel the same for orders of single channels
 * @param checkEvery how often it is looked for what has expired
 * @param allocation how the places are chosen that give the units of an order
 */
@ConfigurationProperties("kontor.reservation")
record ReservationSettings(
    @DefaultValue("15m") Duration hold,
    @DefaultValue Map<String, Duration> holdPerChannel,
    @DefaultValue("5s") Duration checkEvery,
    @DefaultValue("priority") Strategies allocation) {

  HoldTime holdTime(Clock clock) {
    Map<ChannelId, Duration> channels = new HashMap<>();
    holdPerChannel.forEach((channel, time) -> channels.put(new ChannelId(channel), time));
    return new HoldTime(hold, channels, clock);
  }
}
