package kontor.sandbox.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is to happen at a time: work that a marketplace does after it has answered. It is done when
 * someone looks, in the order of its times, as if it had been done at that time. Used inside {@link
 * Store#change} only.
 */
public final class Agenda {

  /** One thing to do; {@code body} says what to. */
  public record Task(String id, Instant at, String kind, ObjectNode body) {}

  /** Does a task at its time. */
  @FunctionalInterface
  public interface Worker {
    void work(Instant at, ObjectNode body);
  }

  private static final String SERIES = "agenda";

  private final Table<Task> tasks;
  private final Store store;
  private final Clock clock;
  private final Map<String, Worker> workers = new HashMap<>();

  /** An agenda of this name; before {@link Store#open}. */
  public Agenda(String name, Store store, Clock clock) {
    this.tasks = store.table(name, Task.class);
    this.store = store;
    this.clock = clock;
  }

  /** Says who does the tasks of a kind. */
  public void assign(String kind, Worker worker) {
    workers.put(kind, worker);
  }

  /** Adds a task. */
  public void add(String kind, Instant at, ObjectNode body) {
    String id = String.format("%012d", store.next(SERIES));
    tasks.put(id, new Task(id, at, kind, body));
  }

  /** The tasks of a kind that wait, oldest first. */
  public List<ObjectNode> waiting(String kind) {
    return tasks.all().stream().filter(t -> t.kind().equals(kind)).map(Task::body).toList();
  }

  /** Takes waiting tasks away. */
  public void remove(String kind, Predicate<ObjectNode> which) {
    tasks.all().stream()
        .filter(task -> task.kind().equals(kind) && which.test(task.body()))
        .forEach(task -> tasks.remove(task.id()));
  }

  /** Does all that is due, also what the work itself adds. */
  public void catchUp() {
    boolean added = true;
    while (added && !tasks.isEmpty()) {
      added = work(due());
    }
  }

  private List<Task> due() {
    Instant now = clock.instant();
    return tasks.all().stream()
        .filter(task -> !task.at().isAfter(now))
        .sorted(Comparator.comparing(Task::at))
        .toList();
  }

  /**
   * Works through the tasks until one adds another, which may be due before the next; true then.
   */
  private boolean work(List<Task> due) {
    for (Task task : due) {
      long before = store.counter(SERIES);
      tasks.remove(task.id());
      Worker worker = workers.get(task.kind());
      if (worker != null) { // a kind that an older version had
        worker.work(task.at(), task.body());
      }
      if (store.counter(SERIES) != before) {
        return true;
      }
    }
    return false;
  }
}
