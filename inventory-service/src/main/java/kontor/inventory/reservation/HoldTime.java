package kontor.inventory.reservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kontor.contracts.ChannelId;
import kontor.contracts.order.OrderEvent.OrderPlaced;

/**
 * How long units are held for an order that is not confirmed.
 *
 * @param usual from the order to the expiry
 * @param perChannel the same for orders of single channels
 */
public record HoldTime(Duration usual, Map<ChannelId, Duration> perChannel, Clock clock) {

  /** What a marketplace has sold is held until its order says otherwise. */
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  public HoldTime {
    perChannel = Map.copyOf(perChannel);
  }

  /** As long for every channel. */
  public HoldTime(Duration usual, Clock clock) {
    this(usual, Map.of(), clock);
  }

  Instant now() {
    return clock.instant();
  }

  Instant end(OrderPlaced order) {
    return order.alreadySold()
        ? NEVER
        : now().plus(perChannel.getOrDefault(order.channel(), usual));
  }
}
