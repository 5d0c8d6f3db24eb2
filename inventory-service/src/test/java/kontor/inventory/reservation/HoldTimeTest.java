package kontor.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import org.junit.jupiter.api.Test;

/** A channel may hold for longer than the others. */
class HoldTimeTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private static final ChannelId WHOLESALE = new ChannelId("wholesale");

  private final HoldTime time =
      new HoldTime(
          Duration.ofMinutes(15),
          Map.of(WHOLESALE, Duration.ofDays(4)),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aChannelWithoutATimeOfItsOwnHoldsAsLongAsUsual() {
    assertThat(time.end(order(ChannelId.SHOP, false))).isEqualTo("2026-05-04T10:15:00Z");
    assertThat(time.end(order(WHOLESALE, false))).isEqualTo("2026-05-08T10:00:00Z");
  }

  @Test
  void whatAMarketplaceHasSoldIsHeldUntilItsOrderSaysOtherwise() {
    assertThat(time.end(order(new ChannelId("ebay-de"), true))).isEqualTo(HoldTime.NEVER);
  }

  private static OrderPlaced order(ChannelId channel, boolean alreadySold) {
    Money none = Money.of("0", "EUR");
    return new OrderPlaced(
        new OrderId("00000000-0000-0000-0000-000000000001"),
        "1",
        channel,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        List.of(),
        new OrderTotals(none, none, none, none, none),
        alreadySold,
        NOW);
  }
}
