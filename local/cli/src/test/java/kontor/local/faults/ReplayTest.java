package kontor.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.ReturnEvent.ReturnExchanged;
import kontor.contracts.stock.CorrectionEvent.StockAdjusted;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.StockEvent.StockReturned;
import kontor.local.faults.Observed.OrderFacts;
import kontor.local.faults.Observed.StockFacts;
import org.junit.jupiter.api.Test;

/** Streams are added up as they are, double effects included. */
class ReplayTest {

  private static final OrderId ORDER = new OrderId("01890000-0000-7000-8000-000000000001");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Sku SKU = new Sku("A");
  private static final Money PRICE = Money.of("9.90", "EUR");
  private static final Money NONE = Money.of("0.00", "EUR");

  @Test
  void anOrderTellsEachEffectAsOftenAsItIsThere() {
    OrderFacts facts =
        OrderReplay.of(
            List.of(
                placed(),
                new OrderConfirmed(ORDER, NOON.plusMillis(1_500)),
                new OrderShipped(ORDER, "DHL", "t-1", NOON),
                new OrderPaid(ORDER, "p", "1", null, PRICE, NOON),
                new OrderPaid(ORDER, "p", "1", null, PRICE, NOON),
                new OrderReturned(ORDER, "r-1", List.of(), PRICE, NOON),
                new OrderRefunded(ORDER, "p", "r-1", PRICE, NOON)));
    assertThat(facts)
        .isEqualTo(
            new OrderFacts(
                "shop",
                "",
                "RETURNED",
                Map.of("A", 2),
                List.of("t-1"),
                List.of(),
                List.of("r-1"),
                List.of("r-1"),
                List.of(),
                "",
                2,
                1_500));
  }

  @Test
  void aCreditStandsUntilItComesBack() {
    ExchangeOf exchange = new ExchangeOf(ORDER, "r-1");
    String replacement = exchange.replacement().value();
    List<Object> events =
        List.of(
            placed(),
            new OrderReturned(ORDER, "r-1", List.of(), PRICE, NOON),
            new ReturnExchanged(ORDER, "r-1", exchange.replacement(), List.of(), NOON),
            new OrderRefunded(ORDER, "exchange", exchange.credit(), PRICE, NOON),
            new OrderPaid(ORDER, "exchange", replacement, replacement + "/ended", PRICE, NOON),
            new OrderRefunded(ORDER, "p", "r-1", PRICE, NOON));

    OrderFacts credited = OrderReplay.of(events.subList(0, 4));
    assertThat(credited.credits()).containsExactly("r-1");
    assertThat(credited.refunds()).isEmpty();
    OrderFacts refunded = OrderReplay.of(events);
    assertThat(refunded.credits()).isEmpty();
    assertThat(refunded.refunds()).containsExactly("r-1");
    assertThat(refunded.payments()).isZero();
  }

  @Test
  void aLedgerTellsItsBookingsAndMovements() {
    LocationId main = LocationId.MAIN;
    StockFacts facts =
        StockReplay.of(
            List.of(
                new StockReceived(SKU, main, new Quantity(5), "receipt/1/1"),
                new StockAdjusted(SKU, main, -1, "lost", "adjustment/2"),
                new StockPicked(SKU, ORDER, main, new Quantity(2), null),
                new StockReturned(SKU, ORDER, "r-1", main, new Quantity(1))));
    assertThat(facts).isEqualTo(new StockFacts(0, 0, List.of("receipt/1/1", "adjustment/2"), 2, 1));
  }

  private static OrderPlaced placed() {
    Money total = Money.of("19.80", "EUR");
    OrderLine line =
        new OrderLine(1, null, SKU, "Cup", new Quantity(2), PRICE, NONE, total, 1_900, NONE);
    return new OrderPlaced(
        ORDER,
        "1000",
        new ChannelId("shop"),
        null,
        null,
        new CustomerId("guest"),
        new CountryCode("DE"),
        List.of(line),
        new OrderTotals(total, NONE, NONE, NONE, total),
        false,
        NOON);
  }
}
