package kontor.local.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kontor.audit.Finding;
import kontor.local.faults.Entry.Outcome;

/** What a campaign did and found. */
public final class Report {

  private final Heading heading;
  private final History history;
  private final Aftermath.Result result;

  /**
   * What was to be done, where.
   *
   * @param setUp how many processes of each kind
   * @param leftOut the kinds that are not possible there, each with what it needs
   */
  record Heading(
      long seed,
      Instant started,
      Duration length,
      Duration every,
      boolean killEach,
      List<String> setUp,
      Map<FaultKind, String> leftOut) {}

  Report(Heading heading, History history, Aftermath.Result result) {
    this.heading = heading;
    this.history = history;
    this.result = result;
  }

  /** The same for a program to read. */
  public record Figures(
      long seed,
      String started,
      long seconds,
      long every,
      boolean killEach,
      List<String> setUp,
      int faults,
      Map<String, Map<Outcome, Long>> injected,
      Map<String, String> leftOut,
      Map<String, Map<Outcome, Long>> operations,
      long readyMillis,
      long finalMillis,
      long longestOpenMillis,
      long violations,
      List<Finding> findings) {}

  public Figures figures() {
    Map<String, Map<Outcome, Long>> injected = count(true);
    Map<String, String> missing = new TreeMap<>();
    heading.leftOut().forEach((kind, why) -> missing.put(kind.word(), why));
    return new Figures(
        heading.seed(),
        heading.started().truncatedTo(ChronoUnit.SECONDS).toString(),
        heading.length().toSeconds(),
        heading.every().toSeconds(),
        heading.killEach(),
        heading.setUp(),
        injected.values().stream()
            .mapToInt(outcomes -> outcomes.getOrDefault(Outcome.INJECTED, 0L).intValue())
            .sum(),
        injected,
        missing,
        count(false),
        result.readyMillis(),
        result.finalMillis(),
        result.longestOpenMillis(),
        result.findings().stream().mapToLong(finding -> finding.violations().size()).sum(),
        result.findings());
  }

  public boolean clean() {
    return result.findings().stream().allMatch(finding -> finding.violations().isEmpty());
  }

  /** Writes {@code report.md} and {@code history.jsonl.gz}. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.md"), ReportText.of(figures()));
    history.write(folder.resolve("history.jsonl.gz"));
  }

  private Map<String, Map<Outcome, Long>> count(boolean faults) {
    return history.entries().stream()
        .filter(entry -> entry.fault() == faults)
        .collect(
            Collectors.groupingBy(
                Entry::operation,
                TreeMap::new,
                Collectors.groupingBy(Entry::outcome, TreeMap::new, Collectors.counting())));
  }
}
