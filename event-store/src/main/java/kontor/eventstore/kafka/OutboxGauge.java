package kontor.eventstore.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import kontor.eventstore.Commit;

/** What waits for the broker, in the order stored: how many commits and since when. */
final class OutboxGauge {

  private final Deque<Instant> waiting = new ArrayDeque<>();

  synchronized void add(List<Commit> commits) {
    commits.forEach(commit -> waiting.addLast(commit.events().get(0).time()));
  }

  synchronized void remove(List<Commit> commits) {
    commits.forEach(commit -> waiting.pollFirst());
  }

  synchronized int pending() {
    return waiting.size();
  }

  synchronized Duration oldestAge(Instant now) {
    Instant oldest = waiting.peekFirst();
    return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
  }
}
