package kontor.analytics.sales;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.OrderEvent.RejectionReason;
import kontor.contracts.order.OrderEvent.ReturnedLine;

/** Writes whole lives of orders for tests. */
public final class Story {

  private static final Instant START = Instant.parse("2026-03-28T22:30:00Z");

  private Story() {}

  /** An order of one line, without a discount; 19 % VAT, shipping 4.90. */
  public static OrderPlaced placed(
      OrderId order, String channel, Sku sku, int units, String unitPrice, Instant at) {
    Money unit = Money.of(unitPrice, "EUR");
    Money goods = unit.times(units);
    Money shipping = Money.of("4.90", "EUR");
    Money zero = Money.zero(unit.currency());
    OrderLine line =
        new OrderLine(
            1, null, sku, "Tee", new Quantity(units), unit, zero, goods, 1900, vat(goods));
    Money grand = goods.plus(shipping);
    return new OrderPlaced(
        order,
        "1042",
        new ChannelId(channel),
        null,
        null,
        new CustomerId("guest:1"),
        CountryCode.GERMANY,
        List.of(line),
        new OrderTotals(goods, zero, shipping, vat(grand), grand),
        false,
        at);
  }

  private static Money vat(Money gross) {
    return new Money(Math.round(gross.minor() * 19 / 119.0), gross.currency());
  }

  /** The events of an order from its beginning to some end. */
  static List<OrderEvent> random(OrderId order, Random random) {
    Instant at = START.plus(random.nextInt(72), ChronoUnit.HOURS);
    int units = 1 + random.nextInt(5);
    String channel = random.nextBoolean() ? "shop" : "ebay-de";
    Sku sku = new Sku("TEE-" + random.nextInt(4));
    String price = (1 + random.nextInt(40)) + "." + (10 + random.nextInt(90));
    OrderPlaced placed = placed(order, channel, sku, units, price, at);
    List<OrderEvent> life = new ArrayList<>(List.of(placed));
    Instant next = at.plus(random.nextInt(30), ChronoUnit.HOURS);
    switch (random.nextInt(5)) {
      case 0 -> life.add(new OrderRejected(order, RejectionReason.OUT_OF_STOCK, "", next));
      case 1 -> life.add(new OrderCancelled(order, "changed their mind", null, next));
      case 2 -> {
        confirm(placed, next, life);
        life.add(new OrderCancelled(order, "by the shop", null, next.plus(9, ChronoUnit.HOURS)));
      }
      case 3 -> {
        confirm(placed, next, life);
        cancelSome(placed, next.plus(5, ChronoUnit.HOURS), random.nextInt(units), life);
      }
      default -> {
        confirm(placed, next, life);
        shipAndReturn(placed, next.plus(20, ChronoUnit.HOURS), units, random, life);
      }
    }
    return life;
  }

  private static void confirm(OrderPlaced placed, Instant at, List<OrderEvent> life) {
    Money all = placed.totals().grand();
    life.add(new PaymentAuthorised(placed.order(), "test", "p-1", all));
    life.add(new OrderConfirmed(placed.order(), at));
  }

  private static void cancelSome(OrderPlaced placed, Instant at, int units, List<OrderEvent> life) {
    if (units > 0) {
      OrderLine line = placed.lines().get(0);
      List<LineUnits> lines = List.of(new LineUnits(1, line.sku(), new Quantity(units)));
      Money less = line.unitPrice().times(units);
      life.add(
          new LinesCancelled(
              placed.order(), "C-1", lines, less, CancelledBy.CUSTOMER, "too many", at));
    }
  }

  private static void shipAndReturn(
      OrderPlaced placed, Instant at, int units, Random random, List<OrderEvent> life) {
    OrderId order = placed.order();
    life.add(new OrderShipped(order, "DHL", null, at));
    life.add(new OrderPaid(order, "test", "p-1", null, placed.totals().grand(), at));
    OrderLine line = placed.lines().get(0);
    for (int back = 0, rma = 1; back < units && random.nextBoolean(); rma++) {
      int some = 1 + random.nextInt(units - back);
      Money due = line.unitPrice().times(some);
      List<ReturnedLine> lines = List.of(new ReturnedLine(1, line.sku(), new Quantity(some)));
      life.add(new OrderReturned(order, "RMA-" + rma, lines, due, at.plus(30, ChronoUnit.HOURS)));
      life.add(new OrderRefunded(order, "test", "RMA-" + rma, due, at.plus(50, ChronoUnit.HOURS)));
      back += some;
    }
  }
}
