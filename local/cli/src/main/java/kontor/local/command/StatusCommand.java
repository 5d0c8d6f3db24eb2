package kontor.local.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kontor.local.platform.AuditFigures;
import kontor.local.platform.ComponentStatus;
import kontor.local.platform.FigureReader;
import kontor.local.platform.Figures;
import kontor.local.platform.Instances;
import kontor.local.platform.Plan;
import kontor.local.platform.PlatformFolder;
import kontor.local.platform.PlatformStatus;
import kontor.local.platform.RunningPlatform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows each component: health, process, memory, and what waits there. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows each component: its health, process, memory, restarts, and what waits there.",
      "",
      "  outbox  commits that are stored and not yet published",
      "  lag     records that its consumers have not read yet",
      "  dead    records that could not be processed and were put aside",
      "",
      "The last line is what the platform's own audit found, which runs all the time.",
      "",
      "Exit code 0 when all are ready, 1 when one is not, 3 when the platform does not run.",
      ""
    })
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  StatusCommand() {}

  /** A component with its figures, as JSON. */
  record Line(@JsonUnwrapped ComponentStatus component, @JsonUnwrapped Figures figures) {}

  /** All of it, as JSON. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Report(
      long pid,
      String since,
      String problem,
      boolean ready,
      List<Line> components,
      @Nullable AuditFigures audit) {}

  @Override
  public Integer call() {
    Optional<RunningPlatform> platform = Running.platform(spec);
    if (platform.isEmpty()) {
      return Kontor.NOT_RUNNING;
    }
    PlatformStatus status = platform.get().status();
    String broker =
        new Plan(PlatformFolder.current(), Instances.ofEach(1), System.getenv()).bootstrapServers();
    Map<String, Figures> figures = FigureReader.read(status.components(), broker);
    List<Line> lines =
        status.components().stream()
            .map(each -> new Line(each, figures.getOrDefault(each.name(), Figures.UNKNOWN)))
            .toList();
    AuditFigures audit = AuditFigures.read(status.components()).orElse(null);
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    if (json) {
      terminal.json(
          new Report(status.pid(), status.since(), status.problem(), status.ready(), lines, audit));
    } else {
      print(status, lines, terminal);
      terminal.line(sentence(audit));
    }
    return status.ready() ? 0 : Kontor.FAILED;
  }

  private static void print(PlatformStatus status, List<Line> lines, Terminal terminal) {
    terminal.line(
        row("component", "state", "port", "process", "MB", "restarts", "outbox", "lag", "dead"));
    lines.forEach(line -> terminal.line(row(line)));
    long memory = status.components().stream().mapToLong(ComponentStatus::memoryMegabytes).sum();
    terminal.line(row("together", "", "", "", memory, "", "", "", ""));
    if (!status.problem().isEmpty()) {
      terminal.line(status.problem());
    }
  }

  private static String sentence(@Nullable AuditFigures audit) {
    if (audit == null) {
      return "The running audit does not answer.";
    }
    return String.format(
        Locale.ROOT,
        "Running audit: %d violations in %,d orders and %,d SKUs, %d s ago, %d not at rest.",
        audit.violations(),
        audit.orders(),
        audit.skus(),
        audit.ageSeconds(),
        audit.waiting());
  }

  private static String row(Line line) {
    ComponentStatus component = line.component();
    Figures figures = line.figures();
    return row(
        component.name(),
        component.state().name().toLowerCase(Locale.ROOT),
        component.port(),
        component.pid() == 0 ? "-" : component.pid(),
        component.memoryMegabytes(),
        component.restarts(),
        known(figures.outboxPending()),
        known(figures.consumerLag()),
        known(figures.deadLetters()));
  }

  private static String known(@Nullable Long figure) {
    return figure == null ? "-" : figure.toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-12s %-10s %6s %8s %9s %9s %8s %8s %6s", cells)
        .stripTrailing();
  }
}
