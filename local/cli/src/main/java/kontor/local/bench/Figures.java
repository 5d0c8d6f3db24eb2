package kontor.local.bench;

import java.util.List;

/**
 * What was measured of one operation.
 *
 * @param perSecond completed in a second
 * @param p50 milliseconds within which half of them were done
 * @param cpuMilliseconds of all the platform's processes, per operation
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
    double cpuMilliseconds) {

  static Figures of(
      String operation, int clients, List<Long> nanos, long failed, double seconds, double cpu) {
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
        sorted.length == 0 ? 0 : round(cpu * 1_000 / sorted.length));
  }

  private static double at(long[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int index = (int) Math.min(sorted.length - 1L, Math.round(share * sorted.length));
    return round(sorted[index] / 1_000_000.0);
  }

  private static double round(double figure) {
    return Math.round(figure * 100) / 100.0;
  }
}
