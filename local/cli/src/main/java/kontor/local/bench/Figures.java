package kontor.local.bench;

import java.util.List;
import java.util.Map;

/**
 * What was measured of one operation.
 *
 * @param perSecond completed in a second
 * @param p50 milliseconds within which half of them were done
 * @param cpu milliseconds of processor time per operation by component; {@code clients} are the
 *     measurement's own
 */
public record Figures(
    String operation,
    int clients,
    long completed,
    long failed,
    double perSecond,
    double p50,
    double p95,
    double p99,
    Map<String, Double> cpu) {

  static Figures of(
      String operation,
      int clients,
      List<Long> nanos,
      long failed,
      double seconds,
      Map<String, Double> cpu) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Figures(
        operation,
        clients,
        sorted.length,
        failed,
        round(sorted.length / seconds),
        at(sorted, 0.50),
        at(sorted, 0.95),
        at(sorted, 0.99),
        cpu);
  }

  /** Of all the platform's processes together, in milliseconds per operation. */
  public double platformCpu() {
    return round(
        cpu.entrySet().stream()
            .filter(part -> !part.getKey().equals(CpuClock.CLIENTS))
            .mapToDouble(Map.Entry::getValue)
            .sum());
  }

  private static double at(long[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int index = (int) Math.min(sorted.length - 1L, Math.round(share * sorted.length));
    return round(sorted[index] / 1_000_000.0);
  }

  static double round(double figure) {
    return Math.round(figure * 100) / 100.0;
  }
}
