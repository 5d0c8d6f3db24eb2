package kontor.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import kontor.audit.Finding;
import kontor.local.faults.Entry.Outcome;
import org.junit.jupiter.api.Test;

/** The page says what was done, how often, what was left out and what was found. */
class ReportTextTest {

  @Test
  void aProgramReadsTheSameFigures() {
    JsonNode json = new ObjectMapper().valueToTree(figures());
    assertThat(json.at("/started").asText()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(json.at("/injected/one-way/INJECTED").asInt()).isEqualTo(3);
    assertThat(json.at("/findings/1/violations/0").asText()).isEqualTo("key k gave two");
  }

  @Test
  void itNamesSeedFaultsRequestsAndViolations() {
    assertThat(ReportText.of(figures()))
        .contains("# Fault campaign, seed 42")
        .contains("begun 2026-03-01T12:00:00Z: 3 faults, **1 violations**")
        .contains("| processes | 2 order, 1 store |")
        .contains("| every order final | 2.5 s after the last fault |")
        .contains("--seed 42 --kill-each --duration 60s")
        .contains("answers do not | 3 | 1 |")
        .contains("| disk-full | left out: no right to mount | 0 | 0 |")
        .contains("| checkout | 7 | 0 | 2 |")
        .contains("| every order is final | 7 | 0 |")
        .contains("### Violated: a key gives one order")
        .contains("- key k gave two");
  }

  private static Report.Figures figures() {
    return new Report.Figures(
        42,
        "2026-03-01T12:00:00Z",
        60,
        10,
        true,
        List.of("2 order", "1 store"),
        3,
        Map.of("one-way", Map.of(Outcome.INJECTED, 3L, Outcome.FAILED, 1L)),
        Map.of("disk-full", "no right to mount"),
        Map.of("checkout", Map.of(Outcome.OK, 7L, Outcome.UNKNOWN, 2L)),
        1_500,
        2_500,
        900,
        1,
        List.of(
            new Finding("every order is final", 7, List.of()),
            new Finding("a key gives one order", 9, List.of("key k gave two"))));
  }
}
