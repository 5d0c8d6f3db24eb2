package kontor.local.marketday;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import kontor.local.marketday.ShopRound.Delay;
import org.junit.jupiter.api.Test;

/** The nearest rank: the smallest delay that so many of a hundred do not exceed. */
class DelayTest {

  @Test
  void ofAHundredTheNinetyNinthIsP99() {
    List<Long> millis = LongStream.rangeClosed(1, 100).map(i -> 101 - i).boxed().toList();

    assertThat(Delay.of(millis)).isEqualTo(new Delay(50, 99, 100));
  }

  @Test
  void ofFewTheSlowestIsP99AndOfNoneAllIsZero() {
    assertThat(Delay.of(List.of(7L, 900L, 3L))).isEqualTo(new Delay(7, 900, 900));
    assertThat(Delay.of(List.of())).isEqualTo(new Delay(0, 0, 0));
  }
}
