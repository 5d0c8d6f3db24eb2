package kontor.connector.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import kontor.contracts.Sku;
import org.junit.jupiter.api.Test;

class MarksTest {

  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  private final InstantSource source = () -> now;
  private final Marks marks = new Marks(source.withZone(ZoneOffset.UTC));

  @Test
  void aFewArriveAndThatIsAll() {
    marks.add(skus(9));
    assertThat(marks.arriving()).isTrue();
    assertThat(marks.take()).hasSize(9);
    assertThat(marks.arriving()).isFalse();
  }

  @Test
  void manyWithoutAPauseAreFollowedByMore() {
    marks.add(skus(5));
    pass(700);
    marks.add(skus(5));
    assertThat(marks.take()).hasSize(5);
    pass(700);
    assertThat(marks.arriving()).isTrue();
    pass(100);
    assertThat(marks.arriving()).isFalse();
  }

  @Test
  void afterAPauseTheyAreCountedAnew() {
    marks.add(skus(20));
    pass(800);
    marks.add(skus(1));
    marks.take();
    assertThat(marks.arriving()).isFalse();
  }

  @Test
  void whatIsPutBackIsThereAndAnnouncesNothing() {
    marks.add(skus(20));
    List<Sku> taken = marks.take();
    pass(800);
    marks.putBack(taken);
    assertThat(marks.size()).isEqualTo(20);
    marks.take();
    assertThat(marks.arriving()).isFalse();
  }

  private void pass(int millis) {
    now = now.plus(Duration.ofMillis(millis));
  }

  private static List<Sku> skus(int number) {
    return IntStream.range(0, number).mapToObj(i -> new Sku("S" + i)).toList();
  }
}
