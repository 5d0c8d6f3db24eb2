package kontor.order.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import kontor.contracts.GiftCardId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.giftcard.GiftCardEvent;
import kontor.contracts.giftcard.GiftCardEvent.GiftCardIssued;
import kontor.order.giftcard.GiftCard.Issued;
import org.junit.jupiter.api.Test;

/**
 * Orders that are held, shipped in parts, cut, ended and refunded, each step told late and again,
 * in any interleaving: the card is never overdrawn, no cent is lost, and each step counts once.
 */
class GiftCardLawTest {

  private static final GiftCardId CARD = GiftCardId.ofRequest("user:manager", "law");
  private static final LocalDate DAY = LocalDate.parse("2026-11-28");
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final int ISSUED = 5_000;
  private static final int ORDERS = 6;

  @Test
  void noCentIsGivenOutTwiceAndNoneIsLost() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random chance = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      World world = new World(chance);
      for (int step = 0; step < 60; step++) {
        world.step();
        world.check(seed);
      }
      world.comeToRest();
      world.check(seed);
      assertThat(world.card().held()).as("seed %d", seed).isEqualTo(cents(0));
      assertThat(world.replayed()).as("seed %d", seed).isEqualTo(world.state);
    }
  }

  private static Money cents(long amount) {
    return Money.ofMinor(amount, "EUR");
  }

  /** What an order itself knows of its money, in cents. */
  private static final class Book {
    private final int grand;
    private boolean confirmed;
    private boolean ended;
    private int reduced;
    private int captured;
    private int refunded;
    private int steps;

    Book(int grand) {
      this.grand = grand;
    }

    int open() {
      return grand - reduced - captured;
    }
  }

  /** One card and all that is done with it. */
  private static final class World {
    private final Random chance;
    private final List<GiftCardEvent> stream = new ArrayList<>();
    private final List<Runnable> told = new ArrayList<>();
    private final Map<OrderId, Book> books = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private GiftCard state = new GiftCard.Absent();

    World(Random chance) {
      this.chance = chance;
      decided(GiftCardDecider.issue(state, new GiftCardIssued(CARD, cents(ISSUED), DAY, NOW)));
      for (int i = 0; i < ORDERS; i++) {
        books.put(order(i), new Book(1 + chance.nextInt(ISSUED)));
      }
    }

    private static OrderId order(int i) {
      return new OrderId("00000000-0000-7000-8000-%012d".formatted(i));
    }

    Issued card() {
      return (Issued) state;
    }

    void step() {
      if (!told.isEmpty() && chance.nextInt(3) == 0) {
        told.get(chance.nextInt(told.size())).run(); // delivered again
        return;
      }
      OrderId order = order(chance.nextInt(ORDERS));
      move(order, books.getOrDefault(order, new Book(0)));
    }

    private void move(OrderId order, Book book) {
      switch (chance.nextInt(5)) {
        case 0 -> {
          authorise(order, book);
          told.add(() -> authorise(order, book));
        }
        case 1 -> collect(order, book, chance.nextInt(book.grand + 1));
        case 2 -> cut(order, book, chance.nextInt(book.grand + 1));
        case 3 -> refund(order, book, chance.nextInt(book.grand + 1));
        default -> {
          if (chance.nextInt(4) == 0) {
            end(order, book);
          }
        }
      }
    }

    /** An order that has ended is not asked for; a hold that was on its way comes all the same. */
    private void authorise(OrderId order, Book book) {
      decided(GiftCardDecider.hold(state, order, cents(book.grand), DAY, NOW));
      book.confirmed |=
          !book.ended && card().payment(order).filter(held -> !held.voided()).isPresent();
    }

    private void collect(OrderId order, Book book, int wanted) {
      int amount = Math.min(wanted, book.open());
      if (book.confirmed && !book.ended && amount > 0) {
        String name = "parcel-" + book.steps++;
        tell(() -> GiftCardDecider.capture(state, order, name, cents(amount), NOW));
        book.captured += amount;
      }
    }

    private void cut(OrderId order, Book book, int wanted) {
      int amount = Math.min(wanted, book.open());
      if (book.confirmed && !book.ended && amount > 0) {
        String name = "cancelled-" + book.steps++;
        tell(() -> GiftCardDecider.release(state, order, name, cents(amount), NOW));
        book.reduced += amount;
      }
    }

    private void refund(OrderId order, Book book, int wanted) {
      int amount = Math.min(wanted, book.captured - book.refunded);
      if (amount > 0) {
        String name = "rma-" + book.steps++;
        tell(() -> GiftCardDecider.refund(state, order, name, cents(amount), NOW));
        book.refunded += amount;
      }
    }

    private void end(OrderId order, Book book) {
      book.ended = true;
      tell(() -> GiftCardDecider.giveUp(state, order, NOW));
    }

    private void tell(Supplier<List<GiftCardEvent>> rule) {
      Runnable step = () -> decided(rule.get());
      step.run();
      told.add(step);
    }

    void check(long seed) {
      Money taken = cents(0);
      for (Map.Entry<OrderId, Book> one : books.entrySet()) {
        Book book = one.getValue();
        CardPayment payment = card().paymentOrNone(one.getKey());
        int held = book.confirmed && !book.ended ? book.open() : 0;
        assertThat(payment.held()).as("seed %d", seed).isEqualTo(cents(held));
        assertThat(payment.captured()).as("seed %d", seed).isEqualTo(cents(book.captured));
        assertThat(payment.refunded()).as("seed %d", seed).isEqualTo(cents(book.refunded));
        taken = taken.plus(cents(held + book.captured - book.refunded));
      }
      assertThat(card().balance()).as("seed %d", seed).isEqualTo(cents(ISSUED).minus(taken));
      assertThat(card().balance().isNegative()).as("seed %d", seed).isFalse();
    }

    void comeToRest() {
      books.forEach(
          (order, book) -> {
            collect(order, book, book.open());
            end(order, book);
          });
      List.copyOf(told).forEach(Runnable::run);
    }

    GiftCard replayed() {
      GiftCard again = new GiftCard.Absent();
      for (GiftCardEvent event : stream) {
        again = GiftCard.evolve(again, event);
      }
      return again;
    }

    private void decided(List<GiftCardEvent> events) {
      for (GiftCardEvent event : events) {
        assertThat(names.add(event.toString())).as("once").isTrue();
        state = GiftCard.evolve(state, event);
        stream.add(event);
      }
    }
  }
}
