package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faults under load: 20 checkouts a second from the shop and 2 orders a second from eBay.
 * Afterwards every order that was accepted exists and is settled, and the books agree.
 */
@Order(9)
class FaultTest {

  private static final Duration LOAD = Duration.ofSeconds(Long.getLong("kontor.fault.seconds", 10));
  private static final Duration SETTLED = Duration.ofSeconds(90);
  private static final Duration STOPPED = Duration.ofSeconds(14);

  private final Platform platform = Platform.get();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order",
        "inventory",
        "connector",
        "catalog",
        "analytics",
        "gateway",
        "broker",
        "store"
      })
  void aKilledComponentLosesNothing(String component) throws Exception {
    underLoad(() -> signal("-KILL", component));
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-2"})
  void aConsumerThatStandsStillLongerThanItsSessionDoesNoHarm(String component) throws Exception {
    underLoad(
        () -> {
          long pid = platform.pid(component);
          signal("-STOP", pid);
          await().pollDelay(STOPPED).atMost(STOPPED.plusSeconds(5)).until(() -> true);
          signal("-CONT", pid);
        });
  }

  /** Something that is done to the platform. */
  @FunctionalInterface
  private interface Fault {
    void strike() throws IOException, InterruptedException;
  }

  private void underLoad(Fault fault) throws Exception {
    await().atMost(SETTLED).until(platform::ready);
    Goods goods = Goods.of(platform, 20, 100_000);
    try (Load load = new Load(platform, goods)) {
      load.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> load.accepted().size() > 50);
      fault.strike();
      await().pollDelay(LOAD).atMost(LOAD.plusSeconds(10)).until(() -> true);
      load.stop();
      await().atMost(SETTLED).until(platform::ready);
      List<String> accepted = load.accepted();
      System.out.println(
          accepted.size()
              + " checkouts accepted, "
              + load.refused()
              + " not, "
              + load.ebaySales()
              + " eBay sales");
      assertThat(accepted).isNotEmpty();
      await().atMost(SETTLED).until(() -> load.unsettled().isEmpty());
      platform.audit();
    }
  }

  private void signal(String signal, String component) throws IOException, InterruptedException {
    signal(signal, platform.pid(component));
  }

  private static void signal(String signal, long pid) throws IOException, InterruptedException {
    assertThat(pid).isPositive();
    new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
  }
}
