package kontor.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Delays are those between two looks, of all instances of a group together. */
class EventDelayTest {

  @Test
  void whatWasBeforeDoesNotCountAndInstancesAddUp() {
    EventDelay.Histogram before = histogram(page("order", 100, 100, 100));
    EventDelay.Histogram after =
        histogram(page("order", 150, 190, 200), page("order", 50, 90, 100));
    EventDelay delay = EventDelay.between(before, after, 75.5);
    assertThat(delay.events()).isEqualTo(200);
    assertThat(delay.p50()).isEqualTo(10);
    assertThat(delay.p99()).isEqualTo(50);
    assertThat(delay.perSecond()).isEqualTo(75.5);
  }

  @Test
  void theSlowestGroupIsSeen() {
    EventDelay.Histogram after =
        histogram(page("order", 1_000, 1_000, 1_000), page("inventory", 0, 10, 10));
    EventDelay delay = EventDelay.between(histogram(), after, 1);
    assertThat(delay.worst()).isEqualTo(Map.of("order", 10.0, "inventory", 50.0));
    assertThat(delay.p99()).isEqualTo(10);
  }

  private static EventDelay.Histogram histogram(String... pages) {
    EventDelay.Histogram histogram = new EventDelay.Histogram();
    for (String page : pages) {
      histogram.add(page);
    }
    return histogram;
  }

  private static String page(String group, int upTo10, int upTo50, int all) {
    return """
        # TYPE kontor_event_delay_seconds histogram
        kontor_event_delay_seconds_bucket{group="%1$s",le="0.01"} %2$d.0
        kontor_event_delay_seconds_bucket{group="%1$s",le="0.05"} %3$d.0
        kontor_event_delay_seconds_bucket{group="%1$s",le="+Inf"} %4$d.0
        kontor_event_delay_seconds_count{group="%1$s"} %4$d.0
        """
        .formatted(group, upTo10, upTo50, all);
  }
}
