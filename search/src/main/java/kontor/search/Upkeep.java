package kontor.search;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refreshes and commits an index now and then, on a thread of its own. */
final class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final SearchSettings settings;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "search-upkeep");
            thread.setDaemon(true);
            return thread;
          });

  Upkeep(SearchSettings settings) {
    this.settings = settings;
  }

  void start(Runnable refresh, Runnable commit) {
    every(settings.refresh().toMillis(), "refresh", refresh);
    every(settings.commit().toMillis(), "commit", commit);
  }

  void stop() {
    executor.shutdown();
  }

  private void every(long millis, String name, Runnable work) {
    // A failure is told each time and does not end the repetition: the disk may have room again.
    var unused =
        executor.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException failed) {
                LOG.error("the index did not {}", name, failed);
              }
            },
            millis,
            millis,
            TimeUnit.MILLISECONDS);
  }
}
