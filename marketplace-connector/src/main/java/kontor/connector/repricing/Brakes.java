package kontor.connector.repricing;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;

/** How far and how often a price may change. */
final class Brakes {

  private static final Duration DAY = Duration.ofDays(1);

  private Brakes() {}

  /**
   * The wanted price, or as far towards it as one change may go.
   *
   * @param reasons take what holds it back
   */
  static Money step(Situation now, Money wanted, List<String> reasons) {
    Percentage most = now.rule().cap().percentPerChange();
    Money part = most.of(now.current(), RoundingMode.FLOOR);
    Money cent = new Money(1, part.currency());
    Money step = part.compareTo(cent) < 0 ? cent : part;
    Money low = now.current().minus(step);
    Money high = now.current().plus(step);
    Money braked = Bounds.clamp(wanted, low, high);
    if (!braked.equals(wanted)) {
      reasons.add("At most %s in one change: %s.".formatted(most, braked));
    }
    return braked;
  }

  /** Why the price stays for now; empty if it may change. */
  static Optional<String> pause(Situation now, Money wanted) {
    ChangeCap cap = now.rule().cap();
    Money distance = wanted.minus(now.current());
    Money size = distance.isNegative() ? distance.negated() : distance;
    if (size.isZero()) {
      return Optional.empty();
    }
    if (size.compareTo(cap.leastStep()) < 0) {
      return Optional.of(
          "A change of %s is less than the least step of %s.".formatted(size, cap.leastStep()));
    }
    Instant dayAgo = now.now().minus(DAY);
    long changes = now.changes().stream().filter(one -> one.at().isAfter(dayAgo)).count();
    if (changes >= cap.changesPerDay()) {
      return Optional.of(
          "The price changed %d times in 24 hours, which is the most.".formatted(changes));
    }
    Instant turn = now.now().minus(Duration.ofMinutes(cap.turnMinutes()));
    boolean turns =
        now.lastChange()
            .filter(last -> last.at().isAfter(turn))
            .filter(last -> last.upwards() == distance.isNegative())
            .isPresent();
    return turns
        ? Optional.of(
            "It does not turn within %d minutes of the last change.".formatted(cap.turnMinutes()))
        : Optional.empty();
  }
}
