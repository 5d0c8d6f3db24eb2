package kontor.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kontor.pricing.rounding.Rounding;
import kontor.pricing.rounding.Shares;
import org.junit.jupiter.api.Test;

/** How cents are rounded and divided. */
class RoundingTest {

  @Test
  void theHalfGoesAwayFromZero() {
    assertThat(Rounding.ratio(5, 1, 10)).isEqualTo(1);
    assertThat(Rounding.ratio(4, 1, 10)).isZero();
    assertThat(Rounding.ratio(-5, 1, 10)).isEqualTo(-1);
    assertThat(Rounding.ratio(Long.MAX_VALUE, 10_000, 10_000)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> Rounding.ratio(Long.MAX_VALUE, 2, 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void theCentsLeftOverGoToTheLargestRemainders() {
    assertThat(Shares.split(100, List.of(1L, 1L, 1L))).containsExactly(34L, 33L, 33L);
    assertThat(Shares.split(2, List.of(1L, 1L, 1L))).containsExactly(1L, 1L, 0L);
    assertThat(Shares.split(10, List.of(2L, 0L, 5L))).containsExactly(3L, 0L, 7L); // 2.86, 7.14
    assertThat(Shares.split(0, List.of(5L, 6L))).containsExactly(0L, 0L);
    long half = Long.MAX_VALUE / 2;
    assertThat(Shares.split(Long.MAX_VALUE - 1, List.of(half, half))).containsExactly(half, half);
  }

  @Test
  void withoutWeightsTheLastTakesAll() {
    assertThat(Shares.split(7, List.of(0L, 0L))).containsExactly(0L, 7L);
  }

  @Test
  void whatCannotBeDividedIsRefused() {
    assertThatThrownBy(() -> Shares.split(-1, List.of(1L))).hasMessageContaining("-1");
    assertThatThrownBy(() -> Shares.split(1, List.of())).hasMessageContaining("[]");
    assertThatThrownBy(() -> Shares.split(1, List.of(2L, -1L))).hasMessageContaining("[2, -1]");
  }
}
