package kontor.connector.work;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.ChannelException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does an account's tasks one after the other, each when it is due. A task that fails
 * is left alone for a while; the others of the lane go on, and other lanes and accounts do not
 * notice.
 */
final class Lane implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final Duration STORE_PAUSE = Duration.ofSeconds(1);
  private static final Duration NOT_MINE = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

  private final String name;
  private final List<Turn> turns;
  private final Rules rules;
  private final Clock clock;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * When a lane works.
   *
   * @param mine whether this instance works for the account now
   * @param takeOver what to do before the first task after another instance may have worked
   * @param locked told when the marketplace does not let us in any more
   */
  record Rules(BooleanSupplier mine, Runnable takeOver, Consumer<String> locked) {}

  Lane(String name, List<Task> tasks, Rules rules, Clock clock) {
    this.name = name;
    this.turns = tasks.stream().map(task -> new Turn(task, new Circuit(clock))).toList();
    this.rules = rules;
    this.clock = clock;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  Lane start() {
    thread.start();
    return this;
  }

  /** The task is done at the lane's next turn, if its circuit lets it. Any thread may ask. */
  void hurry(String task) {
    turns.stream()
        .filter(turn -> turn.task.name().equals(task))
        .forEach(turn -> turn.hurried = true);
  }

  /** By task. */
  Map<String, Circuit.State> circuits() {
    Map<String, Circuit.State> states = new LinkedHashMap<>();
    turns.forEach(turn -> states.put(turn.task.name(), turn.circuit.state()));
    return states;
  }

  private void run() {
    boolean tookOver = true;
    while (!closed) {
      try {
        Thread.sleep(untilDue().toMillis());
        if (!rules.mine().getAsBoolean()) {
          tookOver = true;
          Thread.sleep(NOT_MINE.toMillis());
          continue;
        }
        if (tookOver) {
          rules.takeOver().run();
          turns.forEach(turn -> turn.due = Instant.MIN);
          tookOver = false;
        }
        turns.forEach(this::attempt);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("{} cannot tell whether the account is its own: {}", name, e.toString());
        pause();
      }
    }
  }

  private Duration untilDue() {
    Instant now = clock.instant();
    Duration wait = LONGEST_WAIT;
    for (Turn turn : turns) {
      Instant next = turn.next();
      if (next.isBefore(now.plus(wait))) {
        wait = next.isBefore(now) ? Duration.ZERO : Duration.between(now, next);
      }
    }
    return wait;
  }

  private void attempt(Turn turn) {
    Instant now = clock.instant();
    if (closed || now.isBefore(turn.next())) {
      return;
    }
    turn.hurried = false;
    try {
      turn.task.work().run();
      turn.circuit.succeeded();
      // asked afterwards: the call may have told how often one may call
      turn.due = now.plus(turn.task.every().get());
    } catch (ChannelException e) {
      failed(turn, e);
    } catch (MongoException e) {
      LOG.warn("{} {}: the store is away: {}", name, turn.task.name(), e.toString());
      turn.failed("the store is away");
    } catch (RuntimeException e) {
      LOG.error("{} {} failed and will be done again", name, turn.task.name(), e);
      turn.failed(e.toString());
    }
  }

  private void failed(Turn turn, ChannelException e) {
    Duration pause = turn.circuit.failed(e);
    turn.due = Instant.MIN;
    String task = turn.task.name();
    if (e.kind() == Kind.PACED) {
      LOG.debug("{} {}: {}; again in {}", name, task, e.getMessage(), pause);
      return;
    }
    LOG.warn(
        "{} {}: {} ({}); again in {} s", name, task, e.getMessage(), e.kind(), pause.toSeconds());
    if (e.kind() == Kind.UNAUTHORISED) {
      rules.locked().accept(String.valueOf(e.getMessage()));
    }
  }

  private void pause() {
    try {
      Thread.sleep(STORE_PAUSE.toMillis());
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** A task, and when it is its turn. Only the lane's thread changes {@code due}. */
  private static final class Turn {

    private final Task task;
    private final Circuit circuit;
    private Instant due = Instant.MIN;
    private volatile boolean hurried;

    Turn(Task task, Circuit circuit) {
      this.task = task;
      this.circuit = circuit;
    }

    Instant next() {
      Instant allowed = circuit.nextTry();
      return due.isAfter(allowed) && !hurried ? due : allowed;
    }

    void failed(String error) {
      Duration unused = circuit.failed(error, STORE_PAUSE);
      due = Instant.MIN;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
