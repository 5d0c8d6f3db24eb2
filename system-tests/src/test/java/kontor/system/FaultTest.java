package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Faults under load: 20 checkouts a second from the shop and 2 orders a second from eBay.
 * Afterwards every order that was accepted exists and is settled, and the books agree.
 */
@Order(9)
class FaultTest {

  private static final Duration LOAD = Duration.ofSeconds(Long.getLong("kontor.fault.seconds", 10));
  private static final Duration SETTLED = Duration.ofSeconds(90);
  private static final Duration STOPPED = Duration.ofSeconds(14);

  /** The gateway, which has no second instance, before the others start anew beside it. */
  private static final List<String> KILLED =
      List.of(
          "gateway", "order", "inventory", "connector", "catalog", "analytics", "broker", "store");

  private final Platform platform = Platform.get();

  @Test
  void whatIsKilledOrStandsStillOneAfterTheOtherLosesNothing() throws Exception {
    Map<String, Long> processes = platform.pids();
    underLoad(
        load -> {
          for (String component : KILLED) {
            signal("-KILL", pid(processes, component));
            awaitCheckouts(load, 40);
          }
          standStill(pid(processes, "order-2"));
          awaitCheckouts(load, 40);
        });
  }

  /** For longer than its consumers' session. */
  private static void standStill(long process) throws IOException, InterruptedException {
    signal("-STOP", process);
    await().pollDelay(STOPPED).atMost(STOPPED.plusSeconds(5)).until(() -> true);
    signal("-CONT", process);
  }

  /** Something that is done to the platform. */
  @FunctionalInterface
  private interface Fault {
    void strike(Load load) throws IOException, InterruptedException;
  }

  private void underLoad(Fault fault) throws Exception {
    await().atMost(SETTLED).until(platform::ready);
    Goods goods = Goods.of(platform, 20, 100_000);
    try (Load load = new Load(platform, goods)) {
      load.start();
      awaitCheckouts(load, 50);
      fault.strike(load);
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

  private static void awaitCheckouts(Load load, int more) {
    int before = load.accepted().size();
    await().atMost(SETTLED).until(() -> load.accepted().size() >= before + more);
  }

  private static long pid(Map<String, Long> processes, String component) {
    assertThat(processes).containsKey(component);
    return processes.getOrDefault(component, 0L);
  }

  private static void signal(String signal, long pid) throws IOException, InterruptedException {
    assertThat(pid).isPositive();
    new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
  }
}
