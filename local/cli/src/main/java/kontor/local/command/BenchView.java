package kontor.local.command;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import kontor.local.bench.Bench;
import kontor.local.bench.EventDelay;
import kontor.local.bench.Figures;
import kontor.local.bench.FlashSale;

/** What a measurement adds up to, for a person. */
final class BenchView {

  private final Terminal terminal;

  BenchView(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Bench.Report report) {
    costs(report);
    terminal.line("");
    delay(report.delay());
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
  }

  /**
   * Where the processors' time goes, and each rate as a share of what an empty request and a bare
   * insert reach here, so that other machines compare.
   */
  private void costs(Bench.Report report) {
    TreeSet<String> kinds = new TreeSet<>();
    report.rows().forEach(row -> kinds.addAll(row.cpu().keySet()));
    StringBuilder head = new StringBuilder(String.format("%-27s", "CPU ms per operation"));
    kinds.forEach(kind -> head.append(String.format("%10s", kind)));
    terminal.line("");
    terminal.line(head.append("   / empty  / insert").toString());
    double empty = best(report.rows(), Bench.EMPTY);
    double insert = best(report.raw(), Bench.INSERT);
    for (Figures row : report.rows()) {
      StringBuilder line =
          new StringBuilder(String.format("%-23s %3d", row.operation(), row.clients()));
      kinds.forEach(
          kind ->
              line.append(String.format(Locale.ROOT, "%10.2f", row.cpu().getOrDefault(kind, 0.0))));
      line.append(share(row.perSecond(), empty)).append(share(row.perSecond(), insert));
      terminal.line(line.toString());
    }
  }

  private static String share(double rate, double of) {
    return of == 0 ? "         -" : String.format(Locale.ROOT, "%10.4f", rate / of);
  }

  private static double best(List<Figures> rows, String operation) {
    return rows.stream()
        .filter(row -> row.operation().equals(operation))
        .mapToDouble(Figures::perSecond)
        .max()
        .orElse(0);
  }

  private void delay(EventDelay delay) {
    terminal.line(
        String.format(
            Locale.ROOT,
            "Events from commit to handler at %.1f checkouts/s: %,d, p50 %.1f ms, p99 %.1f ms %s",
            delay.perSecond(),
            delay.events(),
            delay.p50(),
            delay.p99(),
            delay.worst()));
  }
}
