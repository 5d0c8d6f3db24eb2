package kontor.local.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kontor.local.platform.Component.Rank;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts all components and keeps them running: first the store and the broker, then the topics,
 * then all the rest at once. Stops them the other way round.
 */
final class Supervisor {

  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final long ASK_MS = 50;

  private final List<Child> children;
  private final Topics topics;
  private final Instant since;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile String problem = "";

  Supervisor(List<Component> components, PlatformFolder folder, Topics topics, Clock clock) {
    PidFiles pids = new PidFiles(folder);
    this.children = components.stream().map(each -> new Child(each, folder, pids)).toList();
    this.topics = topics;
    this.since = clock.instant();
  }

  /** Makes the topics exist; throws while the broker is not ready for that. */
  interface Topics {
    void create();
  }

  /** Returns when all processes were started, or when it was stopped meanwhile. */
  void start() throws InterruptedException {
    start(child -> child.component().rank().foundation());
    while (!stopping && !foundations().stream().allMatch(Child::ready)) {
      TimeUnit.MILLISECONDS.sleep(ASK_MS);
    }
    createTopics();
    start(child -> !child.component().rank().foundation());
  }

  private List<Child> foundations() {
    return children.stream().filter(child -> child.component().rank().foundation()).toList();
  }

  private synchronized void start(Predicate<Child> which) {
    if (!stopping) {
      children.stream().filter(which).forEach(Child::start);
    }
  }

  private void createTopics() throws InterruptedException {
    while (!stopping) {
      try {
        topics.create();
        problem = "";
        return;
      } catch (RuntimeException notYet) {
        LOG.warn("the topics cannot be created yet", notYet);
        problem = "the topics cannot be created: " + notYet.getMessage();
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }

  PlatformStatus status() {
    List<ComponentStatus> all = children.stream().map(Child::status).toList();
    boolean ready = problem.isEmpty() && all.stream().allMatch(ComponentStatus::ready);
    return new PlatformStatus(ProcessHandle.current().pid(), since.toString(), problem, ready, all);
  }

  /** Restarts the component of that name, or all instances of that kind; returns how many. */
  int restart(String name) {
    List<Child> named =
        children.stream()
            .filter(
                child ->
                    child.component().name().equals(name) || child.component().kind().equals(name))
            .toList();
    named.forEach(Child::restart);
    return named.size();
  }

  /** Stops everything; a second call waits for the first. */
  void stop() {
    if (!beginToStop()) {
      awaitStopped();
      return;
    }
    List<Rank> ranks = Arrays.asList(Rank.values().clone());
    Collections.reverse(ranks);
    ranks.forEach(this::stop);
    stopped.countDown();
  }

  private synchronized boolean beginToStop() {
    boolean first = !stopping;
    stopping = true;
    return first;
  }

  /** Those of one rank stop side by side. */
  private void stop(Rank rank) {
    List<Thread> stops =
        children.stream()
            .filter(child -> child.component().rank() == rank)
            .map(child -> new Thread(() -> stop(child), "stop-" + child.component().name()))
            .toList();
    stops.forEach(Thread::start);
    stops.forEach(Supervisor::join);
  }

  private static void stop(Child child) {
    try {
      child.stop();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until everything has stopped. */
  void awaitStopped() {
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
