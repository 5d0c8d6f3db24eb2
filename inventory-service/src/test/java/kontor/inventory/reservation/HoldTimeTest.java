package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import kontor.contracts.ChannelId;
import org.junit.jupiter.api.Test;

/** A channel may hold for longer than the others. */
class HoldTimeTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final ChannelId EBAY = new ChannelId("ebay-de");

  @Test
  void aChannelWithoutATimeOfItsOwnHoldsAsLongAsUsual() {
    HoldTime time =
        new HoldTime(
            Duration.ofMinutes(15),
            Map.of(EBAY, Duration.ofDays(4)),
            Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(time.end(ChannelId.SHOP)).isEqualTo("2026-05-04T10:15:00Z");
    assertThat(time.end(EBAY)).isEqualTo("2026-05-08T10:00:00Z");
  }
}
