package kontor.local.platform;

/**
 * How a component is.
 *
 * @param pid 0 while there is no process
 * @param restarts how often it was started again
 * @param seconds what the last start took, or takes so far
 * @param everReady whether it was ready at least once
 * @param memoryMegabytes resident memory, 0 where the system does not tell
 */
public record ComponentStatus(
    String name,
    String kind,
    State state,
    int port,
    long pid,
    int restarts,
    double seconds,
    boolean everReady,
    long memoryMegabytes,
    String metricsPath) {

  /** What it is doing. */
  public enum State {
    WAITING,
    STARTING,
    READY,
    UNHEALTHY,
    RESTARTING,
    STOPPING,
    STOPPED
  }

  public boolean ready() {
    return state == State.READY;
  }

  /** It ended again and again and was never ready. */
  public boolean hopeless() {
    return !everReady && restarts >= 2;
  }
}
