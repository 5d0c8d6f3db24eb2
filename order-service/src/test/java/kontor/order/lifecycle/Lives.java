package kontor.order.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.order.lifecycle.Order.Confirmed;

/** Orders in every stage: three teas for 10.00 and two cups for 8.00, shipping 4.90. */
final class Lives {

  static final OrderId ID = new OrderId("00000000-0000-0000-0000-000000000001");
  static final Instant NOW = Instant.parse("2026-03-27T11:00:00Z");
  static final Sku TEA = new Sku("TEE");
  static final Sku CUP = new Sku("TASSE");
  static final PaymentAuthorised PAYMENT = new PaymentAuthorised(ID, "test", "p", eur("22.90"));

  private Lives() {}

  static Order placed() {
    return then(new Order.Absent(), order -> OrderDecider.place(order, event()));
  }

  static Order confirmed() {
    return then(placed(), order -> OrderDecider.confirm(order, PAYMENT, NOW));
  }

  static Order shipped() {
    return then(confirmed(), order -> ParcelDecider.ship(order, "DHL", "1", NOW));
  }

  static Order paid() {
    return then(
        shipped(), order -> MoneyDecider.paid(order, "test", "p", "parcel-1", eur("22.90"), NOW));
  }

  static Order delivered() {
    return then(paid(), order -> ParcelDecider.deliver(order, "1", NOW));
  }

  static Order then(Order state, Function<Order, List<OrderEvent>> rule) {
    Order now = state;
    for (OrderEvent event : rule.apply(state)) {
      now = Order.evolve(now, event);
    }
    return now;
  }

  static Confirmed taken(Order order) {
    return (Confirmed) order;
  }

  static List<LineUnits> teas(int units) {
    return List.of(new LineUnits(1, TEA, new Quantity(units)));
  }

  static List<LineUnits> cups(int units) {
    return List.of(new LineUnits(2, CUP, new Quantity(units)));
  }

  static List<LineUnits> all() {
    return List.of(new LineUnits(1, TEA, new Quantity(3)), new LineUnits(2, CUP, new Quantity(2)));
  }

  static List<ReturnedLine> back(List<LineUnits> units) {
    return units.stream()
        .map(one -> new ReturnedLine(one.line(), one.sku(), one.quantity()))
        .toList();
  }

  static OrderPlaced event() {
    OrderLine tea =
        new OrderLine(
            1,
            null,
            TEA,
            "Tee",
            new Quantity(3),
            eur("3.40"),
            eur("0.20"),
            eur("10.00"),
            700,
            eur("0.65"));
    OrderLine cup =
        new OrderLine(
            2,
            null,
            CUP,
            "Tasse",
            new Quantity(2),
            eur("4.00"),
            eur("0.00"),
            eur("8.00"),
            1900,
            eur("1.28"));
    return new OrderPlaced(
        ID,
        "1042",
        ChannelId.SHOP,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        List.of(tea, cup),
        new OrderTotals(eur("18.20"), eur("0.20"), eur("4.90"), eur("2.71"), eur("22.90")),
        false,
        NOW);
  }

  /** The same order, sold on eBay. */
  static OrderPlaced sold() {
    OrderPlaced own = event();
    return new OrderPlaced(
        ID,
        own.number(),
        new ChannelId("ebay-de"),
        "main",
        "17",
        own.customer(),
        own.country(),
        own.lines(),
        own.totals(),
        true,
        own.placedAt());
  }

  static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
