package kontor.sandbox.faults;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their calls. Several for one operation strike in the order given. */
public final class Faults {

  /** A fault with what it has seen so far. */
  public record Armed(Fault fault, int seen, int struck) {}

  private final Clock clock;
  private final List<Armed> armed = new ArrayList<>();

  public Faults(Clock clock) {
    this.clock = clock;
  }

  /** Adds a fault. */
  public synchronized void add(Fault fault) {
    armed.add(new Armed(fault, 0, 0));
  }

  /** Those that may still strike. */
  public synchronized List<Armed> all() {
    armed.removeIf(this::over);
    return List.copyOf(armed);
  }

  /** Takes one away; false if there is none of this id. */
  public synchronized boolean remove(String id) {
    return armed.removeIf(a -> a.fault().id().equals(id));
  }

  /** Takes all away. */
  public synchronized void clear() {
    armed.clear();
  }

  /** The fault that strikes this call. */
  public Optional<Fault> strike(String operation) {
    return strike(operation, "");
  }

  /** The fault that strikes this call of this seller. */
  public synchronized Optional<Fault> strike(String operation, String account) {
    armed.removeIf(this::over);
    for (int i = 0; i < armed.size(); i++) {
      Armed candidate = armed.get(i);
      Fault fault = candidate.fault();
      if (fault.aims(operation, account)) {
        int seen = candidate.seen() + 1;
        boolean strikes = seen % fault.every() == 0;
        armed.set(i, new Armed(fault, seen, candidate.struck() + (strikes ? 1 : 0)));
        if (strikes) {
          return Optional.of(fault);
        }
      }
    }
    return Optional.empty();
  }

  private boolean over(Armed armed) {
    Integer times = armed.fault().times();
    var until = armed.fault().until();
    return (times != null && armed.struck() >= times)
        || (until != null && !clock.instant().isBefore(until));
  }
}
