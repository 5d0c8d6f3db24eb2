package kontor.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One seed, one schedule. */
class ScheduleTest {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Map<FaultKind, List<String>> POSSIBLE =
      Map.of(
          FaultKind.KILL, List.of("order", "order-2", "store"),
          FaultKind.STOP, List.of("order", "order-2", "store"),
          FaultKind.CUT, List.of("order:store", "order:broker"),
          FaultKind.REPLAY, List.of("orders"));

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertThat(schedule(7)).isEqualTo(schedule(7)).isNotEqualTo(schedule(8));
  }

  @Test
  void allKindsAndTargetsHaveTheirTurns() {
    List<Fault> faults = schedule(7);
    assertThat(faults).hasSizeBetween(140, 230);
    Map<FaultKind, Long> kinds =
        faults.stream().collect(Collectors.groupingBy(Fault::kind, Collectors.counting()));
    assertThat(kinds).hasSize(POSSIBLE.size());
    assertThat(kinds.values()).allMatch(times -> Math.abs(times - faults.size() / 4) <= 1);
    Map<String, Long> killed =
        faults.stream()
            .filter(fault -> fault.kind() == FaultKind.KILL)
            .collect(Collectors.groupingBy(Fault::target, Collectors.counting()));
    assertThat(killed.values()).hasSize(3).allMatch(times -> times >= 11);
  }

  @Test
  void allHaveEndedWhenTheTimeIsOver() {
    assertThat(schedule(7))
        .allMatch(fault -> fault.at().plus(fault.length()).compareTo(HALF_AN_HOUR) <= 0)
        .allMatch(fault -> !fault.length().isNegative());
  }

  @Test
  void eachComponentIsKilledFirstIfThatIsWanted() {
    List<Fault> faults = Schedule.of(7, HALF_AN_HOUR, EVERY, POSSIBLE, true);
    assertThat(faults.subList(0, 2)).extracting(Fault::target).containsExactly("order", "store");
    assertThat(faults.subList(0, 2)).extracting(Fault::kind).containsOnly(FaultKind.KILL);
    assertThat(faults).extracting(Fault::number).doesNotHaveDuplicates();
  }

  @Test
  void withoutAnythingToBreakNothingIsBroken() {
    assertThat(Schedule.of(7, HALF_AN_HOUR, EVERY, Map.of(), true)).isEmpty();
  }

  private static List<Fault> schedule(long seed) {
    return Schedule.of(seed, HALF_AN_HOUR, EVERY, POSSIBLE, false);
  }
}
