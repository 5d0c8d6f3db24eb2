package kontor.order.lifecycle;

import static kontor.order.lifecycle.Lives.NOW;
import static kontor.order.lifecycle.Lives.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.order.lifecycle.Order.Confirmed;
import org.junit.jupiter.api.Test;

/**
 * Whatever marketplace and house do with an order in whatever order, and however often the
 * marketplace's reports are told: units are cancelled once and money is booked as it was paid back.
 */
class SaleLawTest {

  private static final String BY = "marketplace";

  @Test
  void unitsAndMoneyAreCountedOnceWhateverIsToldAgain() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      new Life(random).check("seed " + seed + " run " + run);
    }
  }

  /** One order, and the reports that were told of it, each of which may come again. */
  private static final class Life {
    private final Random random;
    private final List<Function<Order, List<OrderEvent>>> told = new ArrayList<>();
    private final Map<String, Integer> there = new HashMap<>();
    private final List<OrderEvent> events = new ArrayList<>();
    private Money paidBack = eur("0.00");
    private Order order = SoldOnMarketplace.sold();

    Life(Random random) {
      this.random = random;
    }

    void check(String where) {
      for (int step = 0; step < 12; step++) {
        step(step);
        if (!told.isEmpty() && random.nextBoolean()) { // the topic is read again from there
          told.subList(random.nextInt(told.size()), told.size()).forEach(this::apply);
        }
      }
      unitsAreRight(where);
      moneyIsRight(where);
      int before = events.size();
      told.forEach(this::apply);
      assertThat(events).as(where).hasSize(before);
    }

    private void step(int step) {
      switch (random.nextInt(5)) {
        case 0 -> cancelledThere();
        case 1 -> paidBackThere();
        case 2 -> apply(o -> cancelHere(o, "C" + step));
        case 3 -> apply(o -> ParcelDecider.ship(o, "DHL", "1", NOW));
        default -> collect();
      }
    }

    private void cancelledThere() {
      for (OrderLine line : Order.placed(order).lines()) {
        int most = line.quantity().value();
        String id = String.valueOf(line.externalLineId());
        there.merge(id, random.nextInt(2), (a, b) -> Math.min(most, a + b));
      }
      Map<String, Integer> now = Map.copyOf(there);
      tell(o -> SaleDecider.cancelled(o, now, NOW));
    }

    private void paidBackThere() {
      Money more = paidBack.plus(Money.ofMinor(random.nextInt(700), "EUR"));
      paidBack = more.compareTo(eur("22.90")) < 0 ? more : eur("22.90");
      Money now = paidBack;
      tell(o -> SaleDecider.refunded(o, BY, now, NOW));
    }

    private List<OrderEvent> cancelHere(Order now, String name) {
      OrderLine line = Order.placed(now).lines().get(random.nextInt(2));
      LineUnits one = new LineUnits(line.line(), line.sku(), new Quantity(1));
      return OrderDecider.cancelLines(now, name, List.of(one), CancelledBy.MANAGER, "gone", NOW);
    }

    private void collect() {
      if (order instanceof Confirmed taken && !MoneyDecider.due(taken).isNegative()) {
        Money due = MoneyDecider.due(taken);
        apply(o -> due.isZero() ? List.of() : MoneyDecider.paid(o, BY, "p", "x" + due, due, NOW));
      }
    }

    private void tell(Function<Order, List<OrderEvent>> rule) {
      told.add(rule);
      apply(rule);
    }

    private void apply(Function<Order, List<OrderEvent>> rule) {
      for (OrderEvent event : rule.apply(order)) {
        events.add(event);
        order = Order.evolve(order, event);
      }
    }

    private void unitsAreRight(String where) {
      if (order instanceof Confirmed taken) {
        for (OrderLine line : taken.lines()) {
          int cancelled = taken.goods().cancelled().getOrDefault(line.line(), 0);
          int wanted = there.getOrDefault(String.valueOf(line.externalLineId()), 0);
          assertThat(taken.goods().open(line)).as(where).isNotNegative();
          assertThat(cancelled + taken.goods().shipped(line.line()))
              .as(where)
              .isGreaterThanOrEqualTo(wanted);
        }
      }
    }

    private void moneyIsRight(String where) {
      Books books = Order.books(order);
      assertThat(books.balance().isNegative()).as(where).isFalse();
      long booked =
          events.stream()
              .filter(OrderRefunded.class::isInstance)
              .mapToLong(event -> ((OrderRefunded) event).amount().minor())
              .sum();
      assertThat(books.refunded().minor()).as(where).isEqualTo(booked);
      assertThat(booked).as(where).isLessThanOrEqualTo(paidBack.minor());
      if (order instanceof Confirmed) {
        assertThat(booked + books.reduced().minor())
            .as(where)
            .isGreaterThanOrEqualTo(paidBack.minor());
      }
    }
  }
}
