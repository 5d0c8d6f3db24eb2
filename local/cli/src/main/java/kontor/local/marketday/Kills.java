package kontor.local.marketday;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.local.platform.ComponentStatus;
import kontor.local.platform.PlatformException;
import kontor.local.platform.RunningPlatform;

/** Kills the connector's instances in turn, as a power cut would; the supervisor starts them. */
final class Kills implements Runnable {

  private final RunningPlatform platform;
  private final Duration every;
  private volatile boolean open = true;
  private final AtomicInteger number = new AtomicInteger();

  Kills(RunningPlatform platform, Duration every) {
    this.platform = platform;
    this.every = every;
  }

  int number() {
    return number.get();
  }

  void close() {
    open = false;
  }

  @Override
  public void run() {
    try {
      for (int turn = 0; open; turn++) {
        TimeUnit.MILLISECONDS.sleep(every.toMillis());
        List<ComponentStatus> connectors =
            platform.status().components().stream()
                .filter(one -> one.kind().equals("connector"))
                .toList();
        ComponentStatus target = connectors.get(turn % connectors.size());
        if (open && target.pid() > 0) {
          kill(target.pid());
        }
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  private void kill(long pid) throws InterruptedException {
    try {
      Process kill = new ProcessBuilder("kill", "-KILL", Long.toString(pid)).start();
      if (kill.waitFor() == 0) {
        number.incrementAndGet();
      }
    } catch (IOException e) {
      throw new PlatformException("there is no kill: " + e, e);
    }
  }
}
