package kontor.connector.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When tasks are done. */
class LaneTest {

  @Test
  void aTaskThatIsHurriedIsDoneOnceMoreAndTheOthersKeepTheirTime() {
    AtomicInteger orders = new AtomicInteger();
    AtomicInteger parcels = new AtomicInteger();
    Duration hour = Duration.ofHours(1);
    List<Task> tasks =
        List.of(
            new Task("orders", hour, orders::incrementAndGet),
            new Task("parcels", hour, parcels::incrementAndGet));
    Lane.Rules rules = new Lane.Rules(() -> true, () -> {}, reason -> {});
    try (Lane lane = new Lane("test", tasks, rules, Clock.systemUTC()).start()) {
      await().until(() -> parcels.get() == 1);
      lane.hurry("orders");
      await().until(() -> orders.get() == 2);
      lane.hurry("orders");
      await().until(() -> orders.get() == 3);
    }
    assertThat(orders).hasValue(3);
    assertThat(parcels).hasValue(1);
  }
}
