package kontor.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.local.faults.Campaign;
import kontor.local.faults.FaultKind;
import kontor.local.faults.Report;
import kontor.local.faults.Site;
import kontor.local.platform.PlatformFolder;
import kontor.local.platform.RunningPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Breaks the running platform on purpose while people trade on it, and checks what came of it. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Trades on the running platform from three channels, breaks it meanwhile, and then checks "
          + "that every answer was kept: kills and freezes processes, delivers events again, and, "
          + "on a platform of ./kontor up --breakable, breaks connections and fills disks.",
      "",
      "It harms what runs here: use it on a platform with nothing in it that you need. What it "
          + "stopped or cut goes on again when it ends, also by Ctrl-C. The same seed makes "
          + "everybody do the same things in the same order, and the same faults strike at the "
          + "same times.",
      "",
      "Exit code 0 when nothing is violated, 1 otherwise.",
      ""
    })
final class FaultsCommand implements Callable<Integer> {

  private static final long HIGHEST_SEED = 1_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What chance is made of; any without it, and the report names it.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      defaultValue = "5m",
      description = "How long, such as 90s, 5m or 1h (${DEFAULT-VALUE}).")
  private String duration = "";

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "How far apart faults begin, on average (${DEFAULT-VALUE}).")
  private String every = "";

  @Option(
      names = "--faults",
      paramLabel = "KIND",
      split = ",",
      completionCandidates = Words.class,
      description = "Only these kinds: ${COMPLETION-CANDIDATES}. Without it all that are possible.")
  private List<String> faults = List.of();

  @Option(
      names = "--kill-each",
      description = "Kills an instance of each component first, one after the other.")
  private boolean killEach;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description = "Where report.md and history.jsonl.gz go; nothing is written without it.")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--json", description = "Write the result as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  FaultsCommand() {}

  /** The kinds as they are written. */
  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Words() {
      super(Stream.of(FaultKind.values()).map(FaultKind::word).toList());
    }
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Campaign.Plan plan = plan();
    Optional<RunningPlatform> platform = Running.platform(spec);
    if (platform.isEmpty()) {
      return Kontor.NOT_RUNNING;
    }
    CampaignView view = new CampaignView(new Terminal(spec.commandLine().getOut()), json);
    view.line("Fault campaign with seed " + plan.seed());
    Report result = new Campaign(site(platform.get()), plan, view::line).run();
    if (report.isPresent()) {
      result.write(report.get());
    }
    view.show(result.figures());
    return result.clean() ? 0 : Kontor.FAILED;
  }

  private Campaign.Plan plan() {
    long chance = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1, HIGHEST_SEED));
    return new Campaign.Plan(
        chance,
        time("--duration", duration),
        time("--every", every),
        kinds(),
        !faults.isEmpty(),
        killEach);
  }

  private static Site site(RunningPlatform platform) {
    Access access = Access.current();
    return new Site(
        platform,
        PlatformFolder.current()::data,
        access.gateway(),
        access.sandbox(),
        access::manager,
        access.mongoUri(),
        access.bootstrapServers());
  }

  private Set<FaultKind> kinds() {
    if (faults.isEmpty()) {
      return EnumSet.allOf(FaultKind.class);
    }
    try {
      return faults.stream()
          .map(FaultKind::of)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(
          spec.commandLine(),
          "--faults must be some of "
              + String.join(", ", new Words())
              + ", not "
              + String.join(",", faults));
    }
  }

  private Duration time(String option, String text) {
    if (!text.matches("[1-9]\\d{0,4}[smh]")) {
      throw new ParameterException(
          spec.commandLine(), option + " must be like 90s, 5m or 1h, not " + text);
    }
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }
}
