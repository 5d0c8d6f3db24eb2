package kontor.order.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kontor.contracts.OrderId;
import kontor.contracts.PromotionId;
import kontor.contracts.promotion.PromotionUseEvent;
import kontor.contracts.promotion.PromotionUseEvent.UseTaken;
import org.junit.jupiter.api.Test;

/**
 * Checkouts, retries, crashes, cancellations and the timer, in any interleaving: no more orders
 * stand than may use the promotion, and in the end the uses are those of the orders that stand.
 */
class UseLawTest {

  private static final PromotionId PROMOTION = new PromotionId("advent");
  private static final Duration HOLD = Duration.ofMinutes(10);
  private static final int ORDERS = 12;
  private static final int CUSTOMERS = 4;

  @Test
  void noMoreOrdersStandThanMayUseItAndNoUseIsLost() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random chance = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      Shop shop = new Shop(chance, 1 + chance.nextInt(4), 1 + chance.nextInt(2));
      for (int step = 0; step < 80; step++) {
        shop.step();
        shop.checkLimits();
      }
      shop.comeToRest();
      assertThat(shop.uses.uses().keySet()).as("seed %d", seed).isEqualTo(shop.standing);
      assertThat(shop.replayed()).isEqualTo(shop.uses);
    }
  }

  /** A checkout that took a use and has not yet placed its order. */
  private record Attempt(OrderId order, Instant heldUntil, Instant placeBefore) {}

  /** All that goes on around one promotion. */
  private static final class Shop {
    private final Random chance;
    private final int inAll;
    private final int perCustomer;
    private final List<PromotionUseEvent> stream = new ArrayList<>();
    private final Map<OrderId, Instant> holds = new HashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<OrderId> standing = new HashSet<>();
    private final Set<OrderId> ended = new HashSet<>();
    private final List<OrderId> returns = new ArrayList<>();
    private PromotionUses uses = PromotionUses.none(PROMOTION);
    private Instant now = Instant.parse("2026-11-28T10:00:00Z");

    Shop(Random chance, int inAll, int perCustomer) {
      this.chance = chance;
      this.inAll = inAll;
      this.perCustomer = perCustomer;
    }

    void step() {
      switch (chance.nextInt(7)) {
        case 0, 1 -> take(order(chance.nextInt(ORDERS)));
        case 2 -> place();
        case 3 -> fail();
        case 4 -> cancel();
        case 5 -> deliver();
        default -> pass(Duration.ofSeconds(chance.nextInt(400)));
      }
    }

    /** A checkout, or a late repetition of one, whatever became of the order meanwhile. */
    private void take(OrderId order) {
      Instant until = now.plus(HOLD);
      holds.merge(order, until, (a, b) -> a.isAfter(b) ? a : b);
      if (chance.nextInt(8) == 0) {
        return; // a crash
      }
      decided(
          UseDecider.take(
              uses,
              new UseTaken(PROMOTION, order, customer(order), inAll, perCustomer, until, now)));
      if (uses.has(order)) {
        attempts.add(new Attempt(order, until, now.plus(HOLD.dividedBy(2))));
      }
    }

    private void place() {
      if (!attempts.isEmpty()) {
        Attempt one = attempts.remove(chance.nextInt(attempts.size()));
        if (now.isBefore(one.placeBefore()) && !ended.contains(one.order())) {
          standing.add(one.order());
        }
      }
    }

    /** The cart was changed, or a crash. */
    private void fail() {
      if (!attempts.isEmpty()) {
        Attempt one = attempts.remove(chance.nextInt(attempts.size()));
        if (chance.nextBoolean()) {
          decided(UseDecider.release(uses, one.order(), one.heldUntil(), now));
        }
      }
    }

    private void cancel() {
      standing.stream()
          .skip(standing.isEmpty() ? 0 : chance.nextInt(standing.size()))
          .findFirst()
          .ifPresent(
              order -> {
                standing.remove(order);
                ended.add(order);
                returns.add(order);
              });
    }

    /** That an order ended is told late, and again. */
    private void deliver() {
      if (!returns.isEmpty()) {
        OrderId order = returns.get(chance.nextInt(returns.size()));
        decided(UseDecider.giveBack(uses, order, now));
        if (chance.nextBoolean()) {
          returns.remove(order);
        }
      }
    }

    private void pass(Duration time) {
      now = now.plus(time);
      for (OrderId order : Set.copyOf(holds.keySet())) {
        if (!now.isBefore(holds.getOrDefault(order, now))) {
          settle(order);
        }
      }
    }

    private void settle(OrderId order) {
      if (ended.contains(order)) {
        decided(UseDecider.giveBack(uses, order, now));
      } else if (!standing.contains(order)) {
        decided(UseDecider.expire(uses, order, now));
      }
      holds.remove(order);
    }

    void checkLimits() {
      assertThat(uses.count()).isLessThanOrEqualTo(inAll);
      assertThat(uses.uses().keySet()).containsAll(standing);
      for (int i = 0; i < CUSTOMERS; i++) {
        assertThat(uses.count("c" + i)).isLessThanOrEqualTo(perCustomer);
      }
    }

    void comeToRest() {
      attempts.clear();
      Set.copyOf(returns).forEach(order -> decided(UseDecider.giveBack(uses, order, now)));
      pass(HOLD.plusSeconds(1));
    }

    PromotionUses replayed() {
      PromotionUses state = PromotionUses.none(PROMOTION);
      for (PromotionUseEvent event : stream) {
        state = PromotionUses.evolve(state, event);
      }
      return state;
    }

    private void decided(List<PromotionUseEvent> events) {
      for (PromotionUseEvent event : events) {
        uses = PromotionUses.evolve(uses, event);
        stream.add(event);
      }
    }

    private static OrderId order(int i) {
      return new OrderId("00000000-0000-7000-8000-%012d".formatted(i));
    }

    private static String customer(OrderId order) {
      return "c" + Math.floorMod(order.value().hashCode(), CUSTOMERS);
    }
  }
}
