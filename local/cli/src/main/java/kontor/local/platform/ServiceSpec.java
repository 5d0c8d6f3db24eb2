package kontor.local.platform;

import java.util.List;

/**
 * One row of the table of components.
 *
 * @param folder the module's folder below the project
 * @param healthPath answers 200 when ready; empty where an open port says it
 * @param heapMegabytes the most its heap may grow to
 * @param footprintMegabytes what the whole process takes in memory, as measured
 * @param main the class to run, empty where the jar names it
 * @param scalable whether there may be several of it
 */
record ServiceSpec(
    String name,
    Component.Rank rank,
    int port,
    String folder,
    Artifact artifact,
    String main,
    String healthPath,
    String metricsPath,
    int heapMegabytes,
    int footprintMegabytes,
    boolean scalable,
    List<String> jvmFlags) {

  /** A second instance listens this much higher. */
  static final int NEXT_INSTANCE = 100;

  int port(int instance) {
    return port + (instance - 1) * NEXT_INSTANCE;
  }

  String name(int instance) {
    return instance == 1 ? name : name + "-" + instance;
  }
}
