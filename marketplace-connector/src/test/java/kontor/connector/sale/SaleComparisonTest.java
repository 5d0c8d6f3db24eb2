package kontor.connector.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.connector.channel.Afterwards;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.channel.ReportedOrder.State;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import org.junit.jupiter.api.Test;

/** What in a report contradicts a sale that was taken over, and what is only a part of its life. */
class SaleComparisonTest {

  private static final Money NONE = Money.of("0.00", "EUR");
  private static final Instant NOW = Instant.EPOCH;
  private static final MarketplaceLine LINE =
      new MarketplaceLine("L1", new Sku("TEE"), "Tee", new Quantity(2), Money.of("9.00", "EUR"));
  private static final Sale OPEN = new Sale.Open(received(), Told.NOTHING);
  private static final Sale ENDED = new Sale.Cancelled(Optional.of(received()), Told.NOTHING);

  @Test
  void whatAgreesAndWhatIsNoOrderYetIsNoContradiction() {
    assertThat(between(OPEN, report(State.PAID, "9.00", Afterwards.NOTHING))).isEmpty();
    assertThat(between(ENDED, report(State.CANCELLED, "9.00", Afterwards.NOTHING))).isEmpty();
    assertThat(between(new Sale.Unknown(), report(State.PAID, "9.00", Afterwards.NOTHING)))
        .isEmpty();
    assertThat(between(new Sale.Lapsed(), report(State.CANCELLED, "9.00", Afterwards.NOTHING)))
        .isEmpty();
  }

  @Test
  void anotherStateOrAnotherTotalIs() {
    assertThat(between(OPEN, report(State.CANCELLED, "9.00", Afterwards.NOTHING)))
        .hasValueSatisfying(why -> assertThat(why).contains("cancelled there"));
    assertThat(between(OPEN, report(State.WAITING, "9.00", Afterwards.NOTHING)))
        .hasValueSatisfying(why -> assertThat(why).contains("waits for its money"));
    assertThat(between(ENDED, report(State.PAID, "9.00", Afterwards.NOTHING)))
        .hasValueSatisfying(why -> assertThat(why).contains("to be fulfilled there"));
    assertThat(between(OPEN, report(State.PAID, "8.99", Afterwards.NOTHING)))
        .hasValueSatisfying(why -> assertThat(why).contains("8.99").contains("9.00"));
  }

  @Test
  void whatUnitsThatWereCancelledLeaveOfATotalIsNone() {
    Afterwards one = new Afterwards(Map.of("L1", 1), Optional.empty(), Optional.empty());

    assertThat(between(OPEN, report(State.PAID, "4.50", one))).isEmpty();
  }

  private static Optional<String> between(Sale ours, ReportedOrder theirs) {
    return SaleComparison.contradiction(ours, theirs);
  }

  private static MarketplaceOrderReceived received() {
    return new MarketplaceOrderReceived(
        new ChannelId("amazon-de"),
        "main",
        "303-1",
        new CustomerId("b"),
        CountryCode.GERMANY,
        List.of(LINE),
        NONE,
        Money.of("9.00", "EUR"),
        NOW);
  }

  private static ReportedOrder report(State state, String total, Afterwards afterwards) {
    return new ReportedOrder(
        "303-1",
        state,
        NOW,
        NOW,
        CountryCode.GERMANY,
        List.of(LINE),
        NONE,
        Money.of(total, "EUR"),
        new Buyer("u", "", "", "", "", "", ""),
        false,
        afterwards);
  }
}
