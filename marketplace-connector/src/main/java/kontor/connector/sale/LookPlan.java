package kontor.connector.sale;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.connector.channel.HiddenChanges;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.sale.WatchedSales.Watched;

/**
 * When which sale is read again: often where the marketplace does not show all changes, else some
 * time after it was placed and then each time it is twice as old; for a month.
 */
public final class LookPlan {

  private static final Duration WATCHED = Duration.ofDays(30);
  private static final int AT_A_TIME = 20;

  /** A part of the time between two looks. */
  private static final int SECOND_LOOK = 24;

  private final MarketplaceChannel channel;
  private final WatchedSales watched;
  private final Duration firstLook;
  private final Clock clock;

  /**
   * @param firstLook how old a sale is when it is read again, where changes are not hidden
   */
  public LookPlan(
      MarketplaceChannel channel, WatchedSales watched, Duration firstLook, Clock clock) {
    this.channel = channel;
    this.watched = watched;
    this.firstLook = firstLook;
    this.clock = clock;
  }

  /** A sale was heard of. Doing it again is fine. */
  public void begin(ReportedOrder order) {
    watched.watch(
        channel,
        new Watched(
            order.externalId(), order.placedAt(), next(order.placedAt()), Optional.empty()));
  }

  List<Watched> due() {
    return watched.due(channel, clock.instant(), AT_A_TIME);
  }

  /** It was read; after a month that was the last time. */
  void again(Watched sale) {
    if (sale.placedAt().plus(WATCHED).isBefore(clock.instant())) {
      end(sale);
    } else {
      put(sale, next(sale.placedAt()), Optional.empty());
    }
  }

  /** It was not found for the first time: it is looked for sooner. */
  void missing(Watched sale) {
    Instant now = clock.instant();
    put(sale, now.plus(every().dividedBy(SECOND_LOOK)), Optional.of(now));
  }

  void end(Watched sale) {
    watched.remove(channel, sale.externalId());
  }

  private void put(Watched sale, Instant due, Optional<Instant> missingSince) {
    watched.put(channel, new Watched(sale.externalId(), sale.placedAt(), due, missingSince));
  }

  private Instant next(Instant placedAt) {
    Instant now = clock.instant();
    Duration age = Duration.between(placedAt, now);
    boolean hidden = channel instanceof HiddenChanges;
    return now.plus(hidden || age.compareTo(every()) < 0 ? every() : age);
  }

  private Duration every() {
    return channel instanceof HiddenChanges hidden ? hidden.lookEvery() : firstLook;
  }
}
