package kontor.local.faults;

import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import kontor.local.network.LinkState;
import kontor.local.platform.RunningPlatform;

/** Breaks the links between an instance and the store or the broker. */
final class LinkHarm {

  private static final int LEAST_DELAY_MS = 50;
  private static final int MOST_DELAY_MS = 500;
  private static final int MOST_BYTES = 20_000;

  private final RunningPlatform platform;
  private final ConcurrentHashMap<String, Integer> latest = new ConcurrentHashMap<>();

  LinkHarm(RunningPlatform platform) {
    this.platform = platform;
  }

  String cut(Fault fault) throws InterruptedException {
    return during(fault, LinkState.cut(), "cut");
  }

  String answersLost(Fault fault) throws InterruptedException {
    return during(fault, LinkState.answersLost(), "cut towards the service");
  }

  String slow(Fault fault) throws InterruptedException {
    SplittableRandom chance = new SplittableRandom(fault.seed());
    int delay = chance.nextInt(LEAST_DELAY_MS, MOST_DELAY_MS);
    int jitter = chance.nextInt(MOST_DELAY_MS - delay + 1);
    String what = delay + " to " + (delay + jitter) + " ms slower";
    return during(fault, LinkState.slow(delay, jitter), what);
  }

  String reset(Fault fault) throws InterruptedException {
    int bytes = 1 + new SplittableRandom(fault.seed()).nextInt(MOST_BYTES);
    return during(
        fault, LinkState.resetAfter(bytes), "each connection reset after " + bytes + " bytes");
  }

  String refuse(Fault fault) throws InterruptedException {
    return during(fault, LinkState.refusing(), "refused");
  }

  /** The latest fault of a link holds, and only its end makes the link well. */
  private String during(Fault fault, LinkState state, String what) throws InterruptedException {
    latest.put(fault.target(), fault.number());
    platform.link(fault.target(), state);
    try {
      TimeUnit.MILLISECONDS.sleep(fault.length().toMillis());
    } finally {
      if (latest.remove(fault.target(), fault.number())) {
        platform.link(fault.target(), LinkState.WELL);
      }
    }
    return what + " for " + fault.length().toMillis() + " ms";
  }
}
