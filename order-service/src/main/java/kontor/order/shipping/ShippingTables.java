package kontor.order.shipping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kontor.eventstore.Origin;
import kontor.eventstore.command.AggregateType;
import kontor.eventstore.command.Aggregates;
import kontor.pricing.shipping.ShippingTable;

/**
 * The table of shipping methods. Carts ask for it all the time, so it is kept in memory and read
 * from the store again when what is known is two seconds old: so long another instance may go on
 * with the table before.
 */
public final class ShippingTables {

  public static final AggregateType<ShippingBook, ShippingEvent> TYPE =
      AggregateType.of(
          "shipping", ShippingEvent.class, id -> ShippingBook.UNTOUCHED, ShippingBook::evolve);

  private static final String SHOP = "shop";
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Aggregates<ShippingBook, ShippingEvent> books;
  private final ShippingTable initial;
  private final Clock clock;
  private final AtomicReference<Seen> seen;

  private record Seen(ShippingTable table, Instant at) {}

  /** A table and the revision that its next change must name. */
  public record Current(ShippingTable table, long revision) {}

  /**
   * @param initial holds until the manager changes it
   */
  public ShippingTables(
      Aggregates<ShippingBook, ShippingEvent> books, ShippingTable initial, Clock clock) {
    this.books = books;
    this.initial = initial;
    this.clock = clock;
    this.seen = new AtomicReference<>(new Seen(initial, Instant.MIN));
  }

  /** What holds, at most two seconds old. One caller at a time asks the store. */
  public ShippingTable table() {
    Seen known = Objects.requireNonNull(seen.get());
    Instant now = clock.instant();
    if (known.at().isAfter(now.minus(FRESH))) {
      return known.table();
    }
    if (known.at().equals(Instant.MIN) || seen.compareAndSet(known, new Seen(known.table(), now))) {
      return current().table();
    }
    return known.table();
  }

  /** What holds, as the store has it. */
  public Current current() {
    return current(books.refresh(SHOP).state());
  }

  /**
   * Replaces the whole table, from now on.
   *
   * @param revision the one that the author has seen
   * @return empty when another one holds meanwhile
   */
  public Optional<Current> set(ShippingTable wanted, long revision, Origin origin) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ShippingBook book =
        books.update(SHOP, origin, now -> ShippingBook.set(now, wanted, revision, at)).state();
    return Optional.of(current(book)).filter(now -> now.table().equals(wanted));
  }

  private Current current(ShippingBook book) {
    ShippingTable table = book.table() == null ? initial : book.table();
    seen.set(new Seen(table, clock.instant()));
    return new Current(table, book.revision());
  }
}
