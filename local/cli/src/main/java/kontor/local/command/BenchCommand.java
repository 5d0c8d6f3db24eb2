package kontor.local.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kontor.local.bench.Bench;
import kontor.local.bench.CpuClock;
import kontor.local.bench.Figures;
import kontor.local.platform.ComponentStatus;
import kontor.local.platform.MetricsPages;
import kontor.local.platform.RunningPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the running platform can do. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the running platform through the gateway: complete guest checkouts until they are",
      "confirmed, product lists, details and searches; how long events take from commit to consumer",
      "at half of that load; and, for comparison, an empty request and what broker and store can do",
      "by themselves.",
      "Clients and platform share this machine. Nothing else should run on it. It warms up first,",
      "for up to five minutes, until it gets no faster.",
      ""
    })
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--seconds", defaultValue = "20", description = "Per row (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--buyers",
      split = ",",
      defaultValue = "1,8,32,128",
      description = "Buyers at once (${DEFAULT-VALUE}).")
  private List<Integer> buyers = List.of();

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  /** All of it, as JSON; megabytes of memory by component. */
  record Measured(@JsonUnwrapped Bench.Report report, Map<String, Long> memoryMegabytes) {}

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  BenchCommand() {}

  @Override
  public Integer call() {
    Optional<RunningPlatform> platform = Running.platform(spec);
    if (platform.isEmpty()) {
      return Kontor.NOT_RUNNING;
    }
    Access access = Access.current();
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    if (!json) {
      terminal.line(
          String.format(
              Locale.ROOT,
              "%-22s %7s %9s %7s %9s %8s %8s %8s %10s",
              "operation",
              "clients",
              "completed",
              "failed",
              "per s",
              "p50 ms",
              "p95 ms",
              "p99 ms",
              "CPU ms/op"));
    }
    RunningPlatform running = platform.get();
    Bench.Target target =
        new Bench.Target(
            access.gateway(),
            access.manager(),
            access.mongoUri(),
            access.bootstrapServers(),
            () -> MetricsPages.of(running.status().components()));
    CpuClock cpu = new CpuClock(() -> running.status().components());
    Bench bench = new Bench(target, Duration.ofSeconds(seconds), cpu);
    Bench.Report report = bench.run(buyers, figures -> print(figures, terminal));
    Map<String, Long> memory = memory(running);
    if (json) {
      terminal.json(new Measured(report, memory));
    } else {
      new BenchView(terminal).print(report);
      terminal.line("Memory in MB: " + memory);
    }
    return 0;
  }

  private static Map<String, Long> memory(RunningPlatform running) {
    Map<String, Long> megabytes = new TreeMap<>();
    for (ComponentStatus component : running.status().components()) {
      megabytes.merge(component.kind(), component.memoryMegabytes(), Long::sum);
      megabytes.merge("together", component.memoryMegabytes(), Long::sum);
    }
    return megabytes;
  }

  private void print(Figures f, Terminal terminal) {
    if (!json) {
      terminal.line(
          String.format(
              Locale.ROOT,
              "%-22s %7d %9d %7d %9.1f %8.1f %8.1f %8.1f %10.2f",
              f.operation(),
              f.clients(),
              f.completed(),
              f.failed(),
              f.perSecond(),
              f.p50(),
              f.p95(),
              f.p99(),
              f.platformCpu()));
    }
  }
}
