package kontor.local.faults;

import java.time.Duration;
import java.util.Locale;

/** What a campaign can do to the platform, and for how long each time. */
public enum FaultKind {
  KILL("a process is killed and started again by the supervisor", 0, 0),
  STOP("a process stands still, then goes on as if nothing had been", 1_000, 15_000),
  RESTART("a process is ended in order and started again", 0, 0),
  CUT("nothing passes between an instance and store or broker", 500, 12_000),
  ONE_WAY("requests pass between an instance and store or broker, answers do not", 500, 12_000),
  DELAY("every packet on a link takes 50 to 500 ms longer", 2_000, 10_000),
  RESET("connections of a link are reset after some bytes", 1_000, 6_000),
  REFUSE("new connections of a link are refused, old ones are reset", 500, 8_000),
  DUPLICATE("events lie on a topic again, each stream in its order", 0, 0),
  SHUFFLE("events lie on a topic again up to three times, in any order", 0, 0),
  REPLAY("a whole topic lies on itself again", 0, 0),
  DISK_FULL("the disk of store or broker has no room left", 2_000, 10_000);

  private final String meaning;
  private final int shortest;
  private final int longest;

  FaultKind(String meaning, int shortest, int longest) {
    this.meaning = meaning;
    this.shortest = shortest;
    this.longest = longest;
  }

  /** As people write it: {@code one-way}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that word. */
  public static FaultKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public String meaning() {
    return meaning;
  }

  /** Between its shortest and longest, by a fraction from 0 to 1. */
  Duration length(double fraction) {
    return Duration.ofMillis(shortest + Math.round((longest - shortest) * fraction));
  }
}
