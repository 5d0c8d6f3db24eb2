package kontor.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kontor.local.platform.PlatformException;

/** So many clients, each with the next operation as soon as its last one is done. */
final class ClosedLoop {

  private final Duration length;
  private final CpuClock cpu;

  /** One client's operation; false when it did not work out. */
  @FunctionalInterface
  interface Operation {
    boolean run();
  }

  ClosedLoop(Duration length, CpuClock cpu) {
    this.length = length;
    this.cpu = cpu;
  }

  /**
   * What is not done when the time is over does not count, unless it failed.
   *
   * @param client makes the operation of one client
   */
  Figures measure(String name, int clients, Supplier<Operation> client) {
    List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    AtomicLong failed = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    Map<String, Double> used = cpu.read();
    long start = System.nanoTime();
    long end = start + length.toNanos();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      running.add(threads.submit(() -> loop(client.get(), end, nanos, failed)));
    }
    running.forEach(ClosedLoop::await);
    threads.shutdown();
    double seconds = length.toNanos() / 1e9;
    return Figures.of(
        name, clients, nanos, failed.get(), seconds, cpu.millisecondsSince(used, nanos.size()));
  }

  private static void loop(Operation operation, long end, List<Long> nanos, AtomicLong failed) {
    List<Long> own = new ArrayList<>();
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      boolean done = succeeds(operation);
      long stop = System.nanoTime();
      if (!done) {
        failed.incrementAndGet();
      } else if (stop < end) {
        own.add(stop - start);
      }
    }
    nanos.addAll(own);
  }

  private static boolean succeeds(Operation operation) {
    try {
      return operation.run();
    } catch (PlatformException noAnswer) {
      return false;
    }
  }

  private static void await(Future<?> client) {
    try {
      client.get();
    } catch (ExecutionException e) {
      throw new PlatformException("A client failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }
}
