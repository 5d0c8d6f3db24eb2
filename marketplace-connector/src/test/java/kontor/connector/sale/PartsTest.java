package kontor.connector.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final Instant READ = Instant.parse("2026-11-29T10:00:00Z");

  @Test
  void whatWasSoldInTheLastMinutesIsReadAtOnce() {
    Instant latest = READ.plus(Duration.ofMinutes(2));
    assertThat(Parts.end(READ, latest, UnaryOperator.identity())).isEqualTo(latest);
  }

  @Test
  void aPauseIsReadInParts() {
    assertThat(partsOf(Duration.ofMinutes(22), UnaryOperator.identity())).isEqualTo(11);
    assertThat(partsOf(Duration.ofDays(3), UnaryOperator.identity())).isBetween(60, 120);
  }

  @Test
  void whereAsMuchAsACallTakesMinutesThePartsAreLonger() {
    assertThat(partsOf(Duration.ofHours(2), wanted -> Duration.ofMinutes(3))).isEqualTo(2);
  }

  @Test
  void aMarkThatIsAheadIsNotOvertaken() {
    Instant latest = READ.minus(Duration.ofSeconds(3));
    assertThat(Parts.end(READ, latest, UnaryOperator.identity())).isEqualTo(latest);
  }

  private static int partsOf(Duration pause, UnaryOperator<Duration> every) {
    Instant latest = READ.plus(pause);
    Instant read = READ;
    int parts = 0;
    while (read.isBefore(latest)) {
      Instant end = Parts.end(read, latest, every);
      assertThat(end).isAfter(read).isBeforeOrEqualTo(latest);
      read = end;
      parts++;
    }
    return parts;
  }
}
