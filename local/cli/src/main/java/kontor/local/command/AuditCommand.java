package kontor.local.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kontor.audit.Finding;
import kontor.local.audit.Audit;
import kontor.local.platform.RunningPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that the books of all services agree. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Reads every service's store, every topic and the lists, and checks that they agree.",
      "Waits up to a minute for the platform to come to rest.",
      "",
      "Exit code 0 when nothing is violated, 1 otherwise.",
      ""
    })
final class AuditCommand implements Callable<Integer> {

  private static final int SHOWN = 5;
  private static final int TRIES = 12;
  private static final long PAUSE_MS = 5_000;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Write it as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  AuditCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Optional<RunningPlatform> platform = Running.platform(spec);
    if (platform.isEmpty()) {
      return Kontor.NOT_RUNNING;
    }
    Access access = Access.current();
    Audit audit = new Audit(access.mongoUri(), access.bootstrapServers(), access.manager());
    List<Finding> findings = audit.run();
    for (int i = 1; i < TRIES && !clean(findings); i++) {
      Thread.sleep(PAUSE_MS); // what is still on its way looks wrong until it has arrived
      findings = audit.run();
    }
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    if (json) {
      terminal.json(findings);
    } else {
      findings.forEach(finding -> print(finding, terminal));
    }
    return clean(findings) ? 0 : Kontor.FAILED;
  }

  private static boolean clean(List<Finding> findings) {
    return findings.stream().allMatch(finding -> finding.violations().isEmpty());
  }

  private static void print(Finding finding, Terminal terminal) {
    terminal.line(
        String.format(
            Locale.ROOT,
            "%-4s %-52s %,9d checked %5d violations",
            finding.violations().isEmpty() ? "ok" : "BAD",
            finding.invariant(),
            finding.checked(),
            finding.violations().size()));
    finding.violations().stream().limit(SHOWN).forEach(v -> terminal.line("       " + v));
  }
}
