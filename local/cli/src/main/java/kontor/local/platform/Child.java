package kontor.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.local.platform.ComponentStatus.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A component's process, started again whenever it ends by itself: at once the first time, later
 * after a pause that doubles, until it has been ready for a while.
 */
final class Child {

  private static final Logger LOG = LoggerFactory.getLogger(Child.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration STEADY = Duration.ofSeconds(10);
  private static final long ASK_WHILE_STARTING_MS = 100;
  private static final long ASK_WHILE_READY_MS = 2_000;

  private final Component component;
  private final PlatformFolder folder;
  private final PidFiles pids;
  private final Thread keeper;
  private volatile State state = State.WAITING;
  private volatile @Nullable Process process;
  private volatile boolean stopping;
  private volatile boolean wanted;
  private volatile boolean everReady;
  private final AtomicInteger restarts = new AtomicInteger();
  private volatile long startedAt = System.nanoTime();
  private volatile long readyAt;

  Child(Component component, PlatformFolder folder, PidFiles pids) {
    this.component = component;
    this.folder = folder;
    this.pids = pids;
    this.keeper = new Thread(this::keep, "keep-" + component.name());
    this.keeper.setDaemon(true);
  }

  Component component() {
    return component;
  }

  void start() {
    state = State.STARTING;
    startedAt = System.nanoTime();
    keeper.start();
  }

  boolean ready() {
    return state == State.READY;
  }

  /** Ends the process in order; it comes back at once. */
  void restart() {
    Process running = process;
    if (running != null) {
      wanted = true;
      state = State.RESTARTING;
      running.destroy();
    }
  }

  /** Ends the process for good, by force when it takes longer than its grace. */
  void stop() throws InterruptedException {
    Duration grace = component.grace();
    stopping = true;
    state = State.STOPPING;
    keeper.interrupt();
    keeper.join(grace.toMillis());
    Process running = process;
    if (running != null) {
      running.destroy();
      if (!running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} did not stop within {} s and is killed", component.name(), grace.toSeconds());
        running.destroyForcibly().waitFor();
      }
    }
    pids.remove(component.name());
    state = State.STOPPED;
  }

  ComponentStatus status() {
    Process running = process;
    boolean alive = running != null && running.isAlive();
    long pid = alive && running != null ? running.pid() : 0;
    long until = state == State.READY || state == State.UNHEALTHY ? readyAt : System.nanoTime();
    double seconds = state == State.WAITING ? 0 : (until - startedAt) / 1e8;
    return new ComponentStatus(
        component.name(),
        component.kind(),
        state,
        component.port(),
        pid,
        restarts.get(),
        Math.round(seconds) / 10.0,
        everReady,
        Memory.residentMegabytes(pid),
        component.metricsPath());
  }

  private void keep() {
    Duration pause = FIRST_PAUSE;
    while (!stopping) {
      try {
        run();
        boolean steady = readyAt > startedAt && System.nanoTime() - readyAt > STEADY.toNanos();
        pause = steady || wanted ? FIRST_PAUSE : pause;
        state = stopping ? State.STOPPING : State.RESTARTING;
        if (!stopping && !wanted) {
          LOG.warn("{} ended by itself, next start in {} ms", component.name(), pause.toMillis());
          TimeUnit.MILLISECONDS.sleep(pause.toMillis());
          pause =
              pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                  ? LONGEST_PAUSE
                  : pause.multipliedBy(2);
        }
        restarts.incrementAndGet();
        wanted = false;
      } catch (IOException | PlatformException failed) {
        LOG.error("{} cannot be started", component.name(), failed);
        state = State.STOPPED;
        return;
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** One life of the process. */
  private void run() throws IOException, InterruptedException {
    folder.emptyScratch(component.name());
    Path log = folder.log(component.name());
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(component.command());
    builder.environment().putAll(component.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    startedAt = System.nanoTime();
    Process running = builder.start();
    process = running;
    pids.write(component.name(), running.toHandle());
    if (stopping) {
      running.destroy();
    }
    watch(running);
  }

  private void watch(Process running) throws InterruptedException {
    boolean seenReady = false;
    long interval = ASK_WHILE_STARTING_MS;
    while (!running.waitFor(interval, TimeUnit.MILLISECONDS)) {
      boolean ready = component.probe().ready();
      if (ready && !seenReady) {
        readyAt = System.nanoTime();
        everReady = true;
        seenReady = true;
        interval = ASK_WHILE_READY_MS;
      }
      if (!stopping && !wanted) {
        state = ready ? State.READY : seenReady ? State.UNHEALTHY : State.STARTING;
      }
    }
  }
}
