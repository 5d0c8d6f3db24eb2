package kontor.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Which fault strikes when, worked out from the seed alone. Kinds take turns in a mixed order, so
 * that all are equally frequent, and so do the targets of a kind.
 */
final class Schedule {

  private static final Duration CALM = Duration.ofSeconds(4);

  private final SplittableRandom random;
  private final Turns<FaultKind> kinds;
  private final Map<FaultKind, Turns<String>> targets = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private Schedule(long seed, Map<FaultKind, List<String>> possible) {
    random = new SplittableRandom(seed);
    Map<FaultKind, List<String>> sorted = new TreeMap<>(possible);
    kinds = new Turns<>(List.copyOf(sorted.keySet()), random.split());
    sorted.forEach(
        (kind, names) ->
            targets.put(kind, new Turns<>(names.stream().sorted().toList(), random.split())));
  }

  /**
   * @param length all faults have ended by then
   * @param every how far apart they begin, on average
   * @param possible the targets of each kind
   * @param killEach whether one instance of each component is killed first, in turn
   */
  static List<Fault> of(
      long seed,
      Duration length,
      Duration every,
      Map<FaultKind, List<String>> possible,
      boolean killEach) {
    if (possible.isEmpty()) {
      return List.of();
    }
    Schedule schedule = new Schedule(seed, possible);
    Duration from = CALM;
    if (killEach) {
      List<String> all = possible.getOrDefault(FaultKind.KILL, List.of());
      from = schedule.kill(all.stream().sorted().filter(Schedule::first).toList(), every);
    }
    return schedule.fill(from, length, every);
  }

  private static boolean first(String instance) {
    return !instance.matches(".*-[0-9]+");
  }

  /** Returns when the next fault may begin. */
  private Duration kill(List<String> instances, Duration apart) {
    Duration at = CALM;
    for (String instance : instances) {
      Duration length = FaultKind.KILL.length(random.nextDouble());
      faults.add(
          new Fault(faults.size() + 1, FaultKind.KILL, instance, at, length, random.nextLong()));
      at = at.plus(apart);
    }
    return at;
  }

  private List<Fault> fill(Duration from, Duration length, Duration every) {
    Duration at = from;
    while (at.compareTo(length) < 0) {
      Fault next = next(at);
      Duration left = length.minus(at);
      boolean fits = next.length().compareTo(left) <= 0;
      faults.add(fits ? next : shortened(next, left));
      at = at.plusMillis(Math.round(every.toMillis() * (0.5 + random.nextDouble())));
    }
    return List.copyOf(faults);
  }

  private Fault next(Duration at) {
    FaultKind kind = kinds.next();
    String target = targets.getOrDefault(kind, new Turns<>(List.of(""), random)).next();
    Duration length = kind.length(random.nextDouble());
    return new Fault(faults.size() + 1, kind, target, at, length, random.nextLong());
  }

  private static Fault shortened(Fault fault, Duration length) {
    return new Fault(
        fault.number(), fault.kind(), fault.target(), fault.at(), length, fault.seed());
  }

  /** All of some things in a mixed order, then all of them again in another. */
  private static final class Turns<T> {
    private final List<T> all;
    private final SplittableRandom random;
    private final List<T> left = new ArrayList<>();

    Turns(List<T> all, SplittableRandom random) {
      this.all = all;
      this.random = random;
    }

    T next() {
      if (left.isEmpty()) {
        left.addAll(all);
      }
      return left.remove(random.nextInt(left.size()));
    }
  }
}
