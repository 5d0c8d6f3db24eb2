package kontor.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import kontor.local.bench.ClosedLoop.Operation;
import kontor.local.platform.PlatformException;

/** Clients who come at a fixed rate, whether those before them are done or not. */
final class OpenLoop {

  private OpenLoop() {}

  /** Returns when the last of them is done; those to whom it did not work out are not counted. */
  static void run(double perSecond, Duration length, Supplier<Operation> client) {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<?>> running = new ArrayList<>();
    long start = System.nanoTime();
    long count = Math.round(perSecond * length.toNanos() / 1e9);
    for (long i = 0; i < count; i++) {
      long due = start + Math.round(i * 1e9 / perSecond);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      running.add(threads.submit(() -> client.get().run()));
    }
    running.forEach(OpenLoop::await);
    threads.shutdown();
  }

  private static void await(Future<?> client) {
    try {
      client.get();
    } catch (ExecutionException failed) {
      // A client without an answer measures nothing.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }
}
