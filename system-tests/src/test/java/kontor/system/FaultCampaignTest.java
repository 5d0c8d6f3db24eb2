package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A short campaign: each component is killed, then every kind of fault that is possible here
 * strikes. It comes before the tests with a heavy load, for it reads all that is stored again until
 * every rule is kept.
 */
@Order(4)
class FaultCampaignTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAST_FAULTS = 18;
  private static final int LEAST_KINDS = 8;

  private final Platform platform = Platform.get();

  @Test
  void everyAnswerIsKeptWhateverBreaks() throws IOException {
    Platform.Ended ended =
        platform.kontor(
            "faults",
            "--seed",
            "1",
            "--kill-each",
            "--duration",
            "120s",
            "--every",
            "6s",
            "--json");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    JsonNode figures = JSON.readTree(ended.output());
    assertThat(figures.path("faults").asInt()).isGreaterThanOrEqualTo(LEAST_FAULTS);
    assertThat(figures.path("injected").size()).isGreaterThanOrEqualTo(LEAST_KINDS);
    assertThat(figures.path("violations").asInt()).isZero();
    System.out.println(
        figures.path("faults")
            + " faults, every order final "
            + figures.path("finalMillis")
            + " ms after the last");
  }
}
