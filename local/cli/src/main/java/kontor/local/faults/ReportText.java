package kontor.local.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.audit.Finding;
import kontor.local.faults.Entry.Outcome;
import kontor.local.faults.Report.Figures;

/** A campaign's figures as a page for people. */
final class ReportText {

  private static final int SHOWN = 20;

  private final List<String> lines = new ArrayList<>();

  private ReportText() {}

  static String of(Figures figures) {
    ReportText text = new ReportText();
    text.summary(figures);
    text.faults(figures);
    text.operations(figures);
    text.rules(figures.findings());
    return String.join("\n", text.lines) + "\n";
  }

  private void summary(Figures f) {
    add("# Fault campaign, seed %d", f.seed());
    add("");
    add(
        "%d s of load with a fault every %d s on average, begun %s: %d faults, **%d violations**.",
        f.seconds(), f.every(), f.started(), f.faults(), f.violations());
    add("");
    add(
        "`./kontor faults --seed %d%s --duration %ds --every %ds`",
        f.seed(), f.killEach() ? " --kill-each" : "", f.seconds(), f.every());
    add("");
    add("| | |");
    add("| --- | --- |");
    add("| processes | %s |", String.join(", ", f.setUp()));
    add("| all components ready | %.1f s after the last fault |", f.readyMillis() / 1_000.0);
    add("| every order final | %.1f s after the last fault |", f.finalMillis() / 1_000.0);
    add("| longest that an order was open | %.1f s |", f.longestOpenMillis() / 1_000.0);
    add("");
  }

  private void faults(Figures f) {
    add("## Faults");
    add("");
    add("| kind | what | injected | could not be injected |");
    add("| --- | --- | ---: | ---: |");
    f.injected()
        .forEach(
            (kind, outcomes) ->
                add(
                    "| %s | %s | %d | %d |",
                    kind,
                    FaultKind.of(kind).meaning(),
                    count(outcomes, Outcome.INJECTED),
                    count(outcomes, Outcome.FAILED)));
    f.leftOut().forEach((kind, why) -> add("| %s | left out: %s | 0 | 0 |", kind, why));
    add("");
  }

  private void operations(Figures f) {
    add("## Requests");
    add("");
    add("| operation | answered | refused | unknown |");
    add("| --- | ---: | ---: | ---: |");
    f.operations()
        .forEach(
            (operation, outcomes) ->
                add(
                    "| %s | %d | %d | %d |",
                    operation,
                    count(outcomes, Outcome.OK),
                    count(outcomes, Outcome.REFUSED),
                    count(outcomes, Outcome.UNKNOWN)));
    add("");
  }

  private void rules(List<Finding> findings) {
    add("## Rules");
    add("");
    add("| rule | checked | violations |");
    add("| --- | ---: | ---: |");
    findings.forEach(
        rule ->
            add("| %s | %d | %d |", rule.invariant(), rule.checked(), rule.violations().size()));
    for (Finding rule : findings) {
      if (!rule.violations().isEmpty()) {
        add("");
        add("### Violated: %s", rule.invariant());
        add("");
        rule.violations().stream().limit(SHOWN).forEach(wrong -> add("- %s", wrong));
      }
    }
  }

  private static long count(Map<Outcome, Long> outcomes, Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
