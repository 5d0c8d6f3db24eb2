package kontor.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kontor.local.bench.Bench;
import kontor.local.bench.Figures;
import kontor.local.bench.FlashSale;
import kontor.local.platform.ComponentStatus;
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
      "confirmed, product lists and details, beside an empty request for comparison.",
      "Clients and platform share this machine. Nothing else should run on it. It warms up first,",
      "for up to five minutes, until it gets no faster.",
      ""
    })
final class BenchCommand implements Callable<Integer> {

  private static final double TICKS_PER_SECOND = 100;

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
    Bench bench =
        new Bench(
            access.gateway(),
            access.manager(),
            Duration.ofSeconds(seconds),
            () -> cpuSeconds(platform.get()));
    Bench.Report report = bench.run(buyers, figures -> print(figures, terminal));
    if (json) {
      terminal.json(report);
    } else {
      FlashSale sale = report.flashSale();
      terminal.line(
          "%d buyers at once of %d units: %d confirmed, %d rejected, %d other, in %d ms"
              .formatted(
                  sale.buyers(),
                  sale.units(),
                  sale.confirmed(),
                  sale.rejected(),
                  sale.other(),
                  sale.milliseconds()));
      long memory =
          platform.get().status().components().stream()
              .mapToLong(ComponentStatus::memoryMegabytes)
              .sum();
      terminal.line("Memory of all processes: " + memory + " MB");
    }
    return 0;
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
              f.cpuMilliseconds()));
    }
  }

  /** What all processes of the platform have used so far; 0 where the system does not tell. */
  private static double cpuSeconds(RunningPlatform platform) {
    return platform.status().components().stream()
        .mapToDouble(component -> cpuSeconds(component.pid()))
        .sum();
  }

  private static double cpuSeconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    } catch (IOException noSuchSystem) {
      return 0;
    }
  }
}
