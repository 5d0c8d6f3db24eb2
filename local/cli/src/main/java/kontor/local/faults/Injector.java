package kontor.local.faults;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import kontor.local.faults.Entry.Outcome;
import kontor.local.platform.PlatformException;
import org.apache.kafka.common.KafkaException;

/** Lets the faults of a schedule strike at their time, side by side where they overlap. */
final class Injector implements AutoCloseable {

  private static final long LONGEST_END_S = 120;

  private final Map<FaultKind, Harm> harms = new EnumMap<>(FaultKind.class);
  private final History history;
  private final BiConsumer<Fault, Entry> told;
  private final ExecutorService strikes = Executors.newCachedThreadPool();

  /**
   * @param told is called when a fault has ended
   */
  Injector(Map<FaultKind, Harm> harms, History history, BiConsumer<Fault, Entry> told) {
    this.harms.putAll(harms);
    this.history = history;
    this.told = told;
  }

  /** Returns when the last of them has ended. */
  void run(List<Fault> schedule) throws InterruptedException {
    long begun = System.nanoTime();
    for (Fault fault : schedule) {
      long wait = fault.at().toNanos() - (System.nanoTime() - begun);
      TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
      strikes.execute(() -> strike(fault));
    }
    strikes.shutdown();
    if (!strikes.awaitTermination(LONGEST_END_S, TimeUnit.SECONDS)) {
      throw new PlatformException("a fault does not end");
    }
  }

  private void strike(Fault fault) {
    long start = history.now();
    Entry entry;
    try {
      Harm harm = harms.getOrDefault(fault.kind(), unknown -> "nothing");
      entry = history.fault(fault, start, Outcome.INJECTED, harm.strike(fault));
    } catch (IOException | PlatformException | KafkaException failed) {
      entry = history.fault(fault, start, Outcome.FAILED, String.valueOf(failed.getMessage()));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return;
    }
    told.accept(fault, entry);
  }

  /** Ends what is still going on, so that nothing stays stopped or cut. */
  @Override
  public void close() {
    strikes.shutdownNow();
    try {
      boolean ended = strikes.awaitTermination(5, TimeUnit.SECONDS);
      if (!ended) {
        throw new PlatformException("a fault does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
