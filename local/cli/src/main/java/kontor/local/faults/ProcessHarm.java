package kontor.local.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kontor.local.edge.Patience;
import kontor.local.platform.ComponentStatus;
import kontor.local.platform.PlatformException;
import kontor.local.platform.RunningPlatform;

/** Signals to the processes of the platform; the supervisor starts again what ends. */
final class ProcessHarm {

  private static final Duration COMES_BACK = Duration.ofSeconds(20);

  private final RunningPlatform platform;

  ProcessHarm(RunningPlatform platform) {
    this.platform = platform;
  }

  String kill(Fault fault) throws IOException, InterruptedException {
    return signal("-KILL", pid(fault.target()));
  }

  String end(Fault fault) throws IOException, InterruptedException {
    return signal("-TERM", pid(fault.target()));
  }

  String stop(Fault fault) throws IOException, InterruptedException {
    long pid = pid(fault.target());
    String done = signal("-STOP", pid);
    try {
      TimeUnit.MILLISECONDS.sleep(fault.length().toMillis());
    } finally {
      signal("-CONT", pid);
    }
    return done + " for " + fault.length().toMillis() + " ms";
  }

  /** One that was just killed has a process again a moment later. */
  private long pid(String component) {
    return Patience.until(
        component + " has a process",
        COMES_BACK,
        () ->
            platform.status().components().stream()
                .filter(one -> one.name().equals(component))
                .map(ComponentStatus::pid)
                .filter(pid -> pid > 0)
                .findFirst());
  }

  /** A process that has ended meanwhile takes no signal. */
  private static String signal(String signal, long pid) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
    if (kill.waitFor() != 0 && !signal.equals("-CONT")) {
      throw new PlatformException("process " + pid + " takes no " + signal);
    }
    return "kill " + signal + " of process " + pid;
  }
}
