package kontor.analytics.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kontor.analytics.sales.FigureKey.ChannelDay;
import kontor.analytics.sales.Outcome.Counted;
import kontor.analytics.sales.Outcome.Repeated;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.marketplace.AfterSaleEvent.SaleRefunded;
import kontor.contracts.marketplace.MarketplaceOrderEvent;
import kontor.contracts.marketplace.MarketplaceOrderEvent.FulfilledThere;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceLine;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import org.junit.jupiter.api.Test;

/** What a marketplace sells and ships itself counts for its channel. */
class TheirSalesTest {

  private static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");
  private static final ChannelId AMAZON = new ChannelId("amazon-de");

  private final TheirSales rules = new TheirSales(ZoneId.of("Europe/Berlin"));

  @Test
  void fault16ASaleThatAmazonShipsIsRevenueOfTheChannelLessWhatGoesBackOrIsCancelled() {
    Counted sold = counted(Optional.empty(), 1, sale());
    assertThat(sum(sold)).isEqualTo(new Tally(1, 1, 0, 0, 2, 2_000, 319));
    Counted back = counted(Optional.of(sold.order()), 2, refund("5.00"));
    assertThat(sum(back)).isEqualTo(new Tally(0, 0, 0, 0, 0, -500, -79));
    Counted more = counted(Optional.of(back.order()), 3, refund("7.00"));
    assertThat(sum(more).gross()).isEqualTo(-200);

    Counted ended = counted(Optional.of(more.order()), 4, cancelled());
    Tally all = sum(sold).plus(sum(back)).plus(sum(more)).plus(sum(ended));
    assertThat(all).isEqualTo(new Tally(1, 1, 1, 0, 0, 0, 0));
    assertThat(apply(Optional.of(ended.order()), 4, cancelled())).isInstanceOf(Repeated.class);
  }

  @Test
  void ofSalesThatWeShipNothingIsCountedHere() {
    assertThat(apply(Optional.empty(), 2, refund("5.00"))).isInstanceOf(Repeated.class);
    assertThat(apply(Optional.empty(), 2, cancelled())).isInstanceOf(Repeated.class);
  }

  private Outcome apply(Optional<TrackedOrder> before, long version, MarketplaceOrderEvent event) {
    return rules.apply(before, version, event);
  }

  private Counted counted(
      Optional<TrackedOrder> before, long version, MarketplaceOrderEvent event) {
    return (Counted) apply(before, version, event);
  }

  private static Tally sum(Counted counted) {
    return counted.bookings().stream()
        .filter(booking -> booking.key() instanceof ChannelDay)
        .map(Booking::tally)
        .reduce(Tally.NONE, Tally::plus);
  }

  private static FulfilledThere sale() {
    Money total = Money.of("20.00", "EUR");
    MarketplaceLine line = new MarketplaceLine("L1", new Sku("TEE"), "Tee", new Quantity(2), total);
    return new FulfilledThere(
        AMAZON,
        "main",
        "303-1",
        CountryCode.GERMANY,
        List.of(line),
        Money.of("0.00", "EUR"),
        total,
        Money.of("3.19", "EUR"),
        NOW);
  }

  private static SaleRefunded refund(String total) {
    return new SaleRefunded(AMAZON, "main", "303-1", Money.of(total, "EUR"), NOW);
  }

  private static MarketplaceOrderCancelled cancelled() {
    return new MarketplaceOrderCancelled(AMAZON, "main", "303-1", NOW);
  }
}
