package kontor.connector.sale;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets the buyers of long ago, once an hour on each instance. */
public final class BuyerRetention implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BuyerRetention.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final Buyers buyers;
  private final Duration kept;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          run -> {
            Thread thread = new Thread(run, "buyer-retention");
            thread.setDaemon(true);
            return thread;
          });

  public BuyerRetention(Buyers buyers, Duration kept, Clock clock) {
    this.buyers = buyers;
    this.kept = kept;
    this.clock = clock;
  }

  public BuyerRetention start() {
    var unused = timer.scheduleWithFixedDelay(this::run, 1, EVERY.toMinutes(), TimeUnit.MINUTES);
    return this;
  }

  private void run() {
    try {
      LocalDate day = LocalDate.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC);
      long forgotten = buyers.forgetBefore(day);
      if (forgotten > 0) {
        LOG.info("{} buyers who bought before {} are forgotten", forgotten, day);
      }
    } catch (RuntimeException e) {
      LOG.warn("buyers of long ago are not forgotten yet: {}", e.toString());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
