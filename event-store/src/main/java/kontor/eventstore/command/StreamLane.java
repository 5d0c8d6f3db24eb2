package kontor.eventstore.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import kontor.eventstore.Origin;
import kontor.eventstore.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * One stream in memory. Whoever gets the lock first decides for all who wait and commits their
 * events as one; the others find their answer ready. Another instance shows as a commit that is
 * refused: the lane then reads what was added and everybody's decision is taken anew. Where nobody
 * has anything to commit, no refusal can show it, so the store is asked whether the state is the
 * newest: on an old state "nothing to do" is a lost command.
 */
final class StreamLane<S, E> {

  private static final int MAX_TOGETHER = 128;
  private static final int MAX_EVENTS = 512;
  private static final int ATTEMPTS = 30;

  private final StreamId stream;
  private final AggregateType<S, E> type;
  private final StreamStore<S, E> store;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Waiting<S, E>> queue = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Versioned<S> known;

  StreamLane(StreamId stream, AggregateType<S, E> type, StreamStore<S, E> store) {
    this.stream = stream;
    this.type = type;
    this.store = store;
  }

  /** A command and, later, its answer: written and read under the lane's lock. */
  private static final class Waiting<S, E> {
    private final Origin origin;
    private final Function<S, List<E>> decide;
    private @Nullable Decided<S, E> decided;
    private @Nullable RuntimeException failure;

    Waiting(Origin origin, Function<S, List<E>> decide) {
      this.origin = origin;
      this.decide = decide;
    }

    boolean open() {
      return decided == null && failure == null;
    }
  }

  Versioned<S> current() {
    Versioned<S> current = known;
    return current != null ? current : refresh();
  }

  /** Begins with the empty stream unless something is known of it. */
  void assumeNew() {
    lock.lock();
    try {
      if (known == null) {
        known = store.none(stream);
      }
    } finally {
      lock.unlock();
    }
  }

  Versioned<S> refresh() {
    lock.lock();
    try {
      Versioned<S> before = known;
      Versioned<S> now = before == null ? store.load(stream) : store.catchUp(stream, before);
      known = now;
      return now;
    } finally {
      lock.unlock();
    }
  }

  Decided<S, E> submit(Origin origin, Function<S, List<E>> decide) {
    Waiting<S, E> mine = new Waiting<>(origin, decide);
    queue.add(mine);
    lock.lock();
    try {
      while (mine.open()) {
        together(next());
      }
      if (mine.failure != null) {
        throw mine.failure;
      }
      return answer(mine);
    } finally {
      lock.unlock();
    }
  }

  private static <S, E> Decided<S, E> answer(Waiting<S, E> waiting) {
    Decided<S, E> decided = waiting.decided;
    if (decided == null) {
      throw new IllegalStateException("neither decided nor failed");
    }
    return decided;
  }

  private List<Waiting<S, E>> next() {
    List<Waiting<S, E>> batch = new ArrayList<>();
    while (batch.size() < MAX_TOGETHER) {
      Waiting<S, E> waiting = queue.poll();
      if (waiting == null) {
        break;
      }
      batch.add(waiting);
    }
    return batch;
  }

  private void together(List<Waiting<S, E>> batch) {
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        boolean fromStore = known == null;
        Versioned<S> start = current();
        Trial<S, E> trial = new Trial<>(start, batch, type);
        boolean holds =
            trial.drafts.isEmpty()
                ? fromStore || refresh().version() == start.version()
                : store.commit(stream, start, trial.drafts);
        if (holds) {
          settle(start, trial);
          return;
        }
        pause(attempt);
        refresh();
      }
      throw new LostRaceException(stream, ATTEMPTS);
    } catch (RuntimeException e) {
      known = null;
      batch.stream().filter(Waiting::open).forEach(waiting -> waiting.failure = e);
    }
  }

  private void settle(Versioned<S> start, Trial<S, E> trial) {
    if (!trial.drafts.isEmpty()) {
      Versioned<S> now =
          new Versioned<>(trial.state, start.version() + trial.drafts.size(), start.version() + 1);
      known = now;
      store.snapshot(stream, start, now);
    }
    trial.answers.forEach(Runnable::run);
    trial.left.forEach(queue::add);
  }

  private static void pause(int attempt) {
    if (attempt > 1) {
      try {
        TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(500, 1000 * attempt));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The decisions of a batch, one upon the other, as if they were committed. */
  private static final class Trial<S, E> {
    private final List<StreamStore.Draft<E>> drafts = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final List<Waiting<S, E>> left = new ArrayList<>();
    private S state;

    Trial(Versioned<S> start, List<Waiting<S, E>> batch, AggregateType<S, E> type) {
      state = start.state();
      for (Waiting<S, E> waiting : batch) {
        if (drafts.size() >= MAX_EVENTS) {
          left.add(waiting);
        } else {
          decide(waiting, start.version(), type);
        }
      }
      if (!drafts.isEmpty()) {
        Origin last = drafts.get(drafts.size() - 1).origin();
        type.closing()
            .apply(state)
            .forEach(event -> drafts.add(new StreamStore.Draft<>(event, last)));
      }
    }

    private void decide(Waiting<S, E> waiting, long startVersion, AggregateType<S, E> type) {
      try {
        List<E> events = waiting.decide.apply(state);
        S next = state;
        for (E event : events) {
          next = type.evolve().apply(next, event);
        }
        state = next;
        events.forEach(event -> drafts.add(new StreamStore.Draft<>(event, waiting.origin)));
        Decided<S, E> decided = new Decided<>(next, startVersion + drafts.size(), events);
        answers.add(() -> waiting.decided = decided);
      } catch (RuntimeException e) {
        answers.add(() -> waiting.failure = e);
      }
    }
  }
}
