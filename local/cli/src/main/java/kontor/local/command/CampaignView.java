package kontor.local.command;

import java.util.Locale;
import kontor.audit.Finding;
import kontor.local.faults.Report;

/** A fault campaign on the terminal: line by line for a person, at the end only for a program. */
final class CampaignView {

  private static final int SHOWN = 5;

  private final Terminal terminal;
  private final boolean json;

  CampaignView(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /** What is going on. */
  void line(String text) {
    if (!json) {
      terminal.line(text);
    }
  }

  /** What came of it. */
  void show(Report.Figures figures) {
    if (json) {
      terminal.json(figures);
      return;
    }
    line("");
    figures.findings().forEach(this::rule);
    figures.leftOut().forEach((kind, why) -> line("Left out: " + kind + ", " + why));
    line(
        String.format(
            Locale.ROOT,
            "%d faults, %d violations; all ready %.1f s and every order final %.1f s after the "
                + "last fault. Seed %d.",
            figures.faults(),
            figures.violations(),
            figures.readyMillis() / 1_000.0,
            figures.finalMillis() / 1_000.0,
            figures.seed()));
  }

  private void rule(Finding finding) {
    line(
        String.format(
            Locale.ROOT,
            "%-4s %-68s %,9d checked %5d violations",
            finding.violations().isEmpty() ? "ok" : "BAD",
            finding.invariant(),
            finding.checked(),
            finding.violations().size()));
    finding.violations().stream().limit(SHOWN).forEach(wrong -> line("     " + wrong));
  }
}
