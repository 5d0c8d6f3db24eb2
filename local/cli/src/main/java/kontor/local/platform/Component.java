package kontor.local.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One process of the platform.
 *
 * @param name what people call it: "order", and "order-2" for a second instance
 * @param kind the row of the table that it comes from: "order"
 * @param command the whole command line
 * @param environment what it gets besides the environment of this process
 * @param metricsPath where it shows its figures, empty for none
 * @param grace how long it may take to end before it is killed
 */
record Component(
    String name,
    String kind,
    Rank rank,
    int port,
    List<String> command,
    Map<String, String> environment,
    Probe probe,
    String metricsPath,
    Duration grace) {

  Component {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** What must run before and stop after what. Stopping goes from the last to the first. */
  enum Rank {
    STORE,
    BROKER,
    SERVICE,
    GATEWAY;

    /** Services need these to be there before them. */
    boolean foundation() {
      return this == STORE || this == BROKER;
    }
  }
}
