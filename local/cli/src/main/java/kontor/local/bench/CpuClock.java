package kontor.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import kontor.local.platform.ComponentStatus;

/**
 * The processor time that each component has used so far, and the clients of this measurement under
 * the name {@code clients}. Nothing where the system does not tell, as only Linux does.
 */
public final class CpuClock {

  /** The name of the measurement's own share. */
  static final String CLIENTS = "clients";

  private static final double TICKS_PER_SECOND = 100;

  private final Supplier<Iterable<ComponentStatus>> components;

  public CpuClock(Supplier<Iterable<ComponentStatus>> components) {
    this.components = components;
  }

  /** Seconds by kind of component. */
  Map<String, Double> read() {
    Map<String, Double> seconds = new TreeMap<>();
    for (ComponentStatus component : components.get()) {
      seconds.merge(component.kind(), seconds(component.pid()), Double::sum);
    }
    seconds.put(CLIENTS, seconds(ProcessHandle.current().pid()));
    return seconds;
  }

  /** What was used since, in milliseconds for each of so many operations. */
  Map<String, Double> millisecondsSince(Map<String, Double> before, long operations) {
    Map<String, Double> each = new TreeMap<>();
    if (operations > 0) {
      read()
          .forEach(
              (kind, now) -> {
                double used = now - before.getOrDefault(kind, 0.0);
                each.put(kind, Figures.round(used * 1_000 / operations));
              });
    }
    return each;
  }

  private static double seconds(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    } catch (IOException noSuchSystem) {
      return 0;
    }
  }
}
