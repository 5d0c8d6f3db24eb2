package kontor.local.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the platform's own audit says of itself: of several instances, the worst.
 *
 * @param violations invariants that do not hold, each place counted
 * @param orders different orders judged since the start
 * @param skus different SKUs judged since the start
 * @param waiting orders and SKUs that are not at rest
 * @param ageSeconds since it last judged
 */
public record AuditFigures(long violations, long orders, long skus, long waiting, long ageSeconds) {

  private static final Pattern LINE =
      Pattern.compile(
          "^kontor_audit_([a-z_]+)(?:\\{[^}]*})? ([0-9.eE+-]+|NaN)$", Pattern.MULTILINE);

  /** Asks every component that audits. */
  public static Optional<AuditFigures> read(List<ComponentStatus> components) {
    return components.stream()
        .filter(each -> each.kind().equals("analytics"))
        .flatMap(each -> MetricsPages.of(each).stream())
        .flatMap(page -> of(page).stream())
        .max(
            Comparator.comparingLong(AuditFigures::violations)
                .thenComparing(AuditFigures::ageSeconds));
  }

  /** From Prometheus' text format. */
  static Optional<AuditFigures> of(String metrics) {
    OptionalLong age = sum(metrics, "age_seconds");
    return age.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AuditFigures(
                sum(metrics, "violations").orElse(0),
                sum(metrics, "orders").orElse(0),
                sum(metrics, "skus").orElse(0),
                sum(metrics, "waiting").orElse(0),
                age.getAsLong()));
  }

  private static OptionalLong sum(String metrics, String name) {
    long sum = 0;
    boolean found = false;
    Matcher line = LINE.matcher(metrics);
    while (line.find()) {
      if (line.group(1).equals(name)) {
        sum += (long) Double.parseDouble(line.group(2));
        found = true;
      }
    }
    return found ? OptionalLong.of(sum) : OptionalLong.empty();
  }
}
