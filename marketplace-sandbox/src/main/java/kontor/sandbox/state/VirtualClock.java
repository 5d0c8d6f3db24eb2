package kontor.sandbox.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Runs as fast as the real clock and can be put forward; how far is remembered in the store. */
public final class VirtualClock extends Clock {

  private static final String OFFSET = "clock-offset-millis";

  private final Clock real;
  private final ZoneId zone;
  private final Store store;

  /** Runs on {@code real}, in UTC. */
  public VirtualClock(Clock real, Store store) {
    this(real, ZoneOffset.UTC, store);
  }

  private VirtualClock(Clock real, ZoneId zone, Store store) {
    this.real = real;
    this.zone = zone;
    this.store = store;
  }

  /** Puts the clock forward; never back, as time does not run backwards at a marketplace either. */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the clock is never put back: " + by);
    }
    store.change(
        () -> {
          store.counter(OFFSET, Math.addExact(store.counter(OFFSET), by.toMillis()));
          return by;
        });
  }

  @Override
  public Instant instant() {
    return real.instant().plusMillis(store.change(() -> store.counter(OFFSET)));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new VirtualClock(real, other, store);
  }
}
