package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Order.Ended;
import org.junit.jupiter.api.Test;

/**
 * What holds for every order, whatever people, carriers and banks do with it and how often they say
 * it. The seed of a failure is printed.
 */
class OrderLawTest {

  private static final int LIVES = Integer.getInteger("kontor.law.lives", 2_000);
  private static final int STEPS = 40;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void unitsAndCentsAreNeverLostOrMade() {
    for (int life = 0; life < LIVES; life++) {
      OrderPlaced placed = placed();
      Money grand = placed.totals().grand();
      Order order = Lives.then(new Order.Absent(), o -> OrderDecider.place(o, placed));
      order =
          Lives.then(
              order,
              o ->
                  OrderDecider.confirm(
                      o, new PaymentAuthorised(Lives.ID, "test", "p", grand), NOW));
      for (int step = 0; step < STEPS && order instanceof Confirmed taken; step++) {
        order = moveMoney(step(taken, step), "s" + step);
        check(order, grand, life);
      }
      whenAllCameBackNothingIsKept(order, life);
    }
  }

  private Order step(Confirmed order, int step) {
    List<LineUnits> units = someUnits(order);
    String name = "N" + random.nextInt(12);
    List<OrderEvent> decided =
        switch (random.nextInt(10)) {
          case 0 -> OrderDecider.cancelLines(order, name, units, CancelledBy.CUSTOMER, "", NOW);
          case 1, 2 -> ParcelDecider.pack(order, name, units, NOW);
          case 3, 4 -> ParcelDecider.shipParcel(order, name, "DHL", null, NOW);
          case 5 -> ParcelDecider.deliver(order, name, NOW);
          case 6 -> ReturnDecider.announce(order, name, ReturnKind.WITHDRAWAL, units, NOW);
          case 7 -> takeBack(order, name, units);
          case 8 -> ReturnDecider.withdraw(order, name, "", NOW);
          default -> step > STEPS / 2 ? ParcelDecider.ship(order, "DHL", null, NOW) : List.of();
        };
    return Lives.then(order, o -> decided);
  }

  /** For money, or for other goods that are worth some of it. */
  private List<OrderEvent> takeBack(Confirmed order, String rma, List<LineUnits> units) {
    if (random.nextBoolean()) {
      return ReturnDecider.takeBack(order, rma, Lives.back(units), NOW);
    }
    return ExchangeDecider.exchange(
        order, rma, Lives.back(units), false, worth -> List.of(other(worth)), NOW);
  }

  private OrderLine other(Money worth) {
    Money total = new Money(random.nextInt((int) worth.minor() + 1), worth.currency());
    Money none = Money.zero(worth.currency());
    return new OrderLine(1, null, Lives.CUP, "", new Quantity(1), total, none, total, 1900, none);
  }

  /** As the process does: takes what is due, sends back what is owed. */
  private static Order moveMoney(Order order, String name) {
    Order now = order;
    if (order instanceof Confirmed taken) {
      Money due = MoneyDecider.due(taken);
      if (!due.isNegative() && !due.isZero()) {
        now = Lives.then(now, o -> MoneyDecider.paid(o, "test", "p", name, due, NOW));
      }
    }
    Money over = MoneyDecider.overpaid(now, false);
    return over.isNegative() || over.isZero()
        ? now
        : Lives.then(now, o -> MoneyDecider.refunded(o, "test", name, over, NOW));
  }

  private void check(Order order, Money grand, int life) {
    Books books = Order.books(order);
    String where = "seed " + seed + ", life " + life + ": " + order;
    assertThat(books.balance().isNegative()).as(where).isFalse();
    assertThat(books.captured().plus(books.reduced())).as(where).isLessThanOrEqualTo(grand);
    if (order instanceof Confirmed taken) {
      for (OrderLine line : taken.lines()) {
        int shipped = taken.goods().shipped(line.line());
        assertThat(taken.goods().open(line)).as(where).isNotNegative();
        assertThat(taken.returns().claimed(line.line(), "")).as(where).isBetween(0, shipped);
      }
      if (taken.stage().compareTo(Stage.SHIPPED) >= 0) {
        assertThat(books.captured()).as(where).isEqualTo(grand.minus(books.reduced()));
      }
    } else {
      assertThat(order).isInstanceOf(Ended.class);
      assertThat(books.balance().isZero()).as(where).isTrue();
    }
  }

  /** What is kept at the end is the shipping, unless that was owed back too. */
  private void whenAllCameBackNothingIsKept(Order order, int life) {
    if (!(order instanceof Confirmed)) {
      return;
    }
    Order now = moveMoney(Lives.then(order, o -> ParcelDecider.ship(o, "DHL", null, NOW)), "e0");
    for (String rma : List.copyOf(((Confirmed) now).returns().rmas().keySet())) {
      now = Lives.then(now, o -> ReturnDecider.withdraw(o, rma, "", NOW));
    }
    Confirmed shipped = (Confirmed) now;
    List<LineUnits> rest =
        shipped.lines().stream()
            .map(
                line ->
                    new LineUnits(
                        line.line(),
                        line.sku(),
                        new Quantity(
                            shipped.goods().shipped(line.line())
                                - shipped.returns().claimed(line.line(), ""))))
            .filter(units -> !units.quantity().isZero())
            .toList();
    if (shipped.stage() == Stage.OPEN || rest.isEmpty()) {
      return;
    }
    now =
        moveMoney(
            Lives.then(now, o -> ReturnDecider.takeBack(o, "LAST", Lives.back(rest), NOW)), "e1");
    assertThat(Order.books(now).balance())
        .as("seed %d, life %d: %s", seed, life, now)
        .isEqualTo(shipped.placed().totals().shipping());
  }

  private List<LineUnits> someUnits(Confirmed order) {
    List<LineUnits> units = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int some = random.nextInt(line.quantity().value() + 1);
      if (some > 0) {
        units.add(new LineUnits(line.line(), line.sku(), new Quantity(some)));
      }
    }
    return units;
  }

  private OrderPlaced placed() {
    OrderPlaced sample = Lives.event();
    List<OrderLine> lines = new ArrayList<>();
    Money none = Lives.eur("0.00");
    Money goods = none;
    Money discount = none;
    for (OrderLine line : sample.lines()) {
      Quantity quantity = new Quantity(1 + random.nextInt(5));
      Money unit = new Money(1 + random.nextInt(2_000), none.currency());
      Money full = unit.times(quantity.value());
      Money off = new Money(random.nextInt((int) full.minor() + 1), none.currency());
      goods = goods.plus(full);
      discount = discount.plus(off);
      lines.add(
          new OrderLine(
              line.line(),
              null,
              line.sku(),
              line.title(),
              quantity,
              unit,
              off,
              full.minus(off),
              line.taxRate(),
              none));
    }
    Money shipping = new Money(random.nextInt(600), none.currency());
    Money grand = goods.minus(discount).plus(shipping);
    return new OrderPlaced(
        sample.order(),
        sample.number(),
        sample.channel(),
        null,
        null,
        sample.customer(),
        sample.country(),
        lines,
        new OrderTotals(goods, discount, shipping, none, grand),
        false,
        sample.placedAt());
  }
}
