package kontor.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What would keep the platform from starting, found before anything is started. */
final class Preflight {

  private Preflight() {}

  /** One sentence per obstacle, none when it may start. */
  static List<String> obstacles(Plan plan) {
    List<String> obstacles = new ArrayList<>();
    plan.unbuilt()
        .forEach(module -> obstacles.add(module + " is not built: ./kontor up builds it."));
    if (plan.cannotBeBroken()) {
      obstacles.add(
          "Links that can be broken lead to the embedded servers only: start without "
              + "MONGODB_URI and KAFKA_BOOTSTRAP_SERVERS, or without --breakable.");
    }
    memory(plan.footprintMegabytes(), Memory.availableMegabytes(), obstacles);
    ports(plan.ports(), obstacles);
    return obstacles;
  }

  static void ports(Map<Integer, String> needed, List<String> obstacles) {
    new TreeMap<>(needed)
        .forEach(
            (port, component) -> {
              if (!free(port)) {
                obstacles.add(
                    "Port "
                        + port
                        + ", which "
                        + component
                        + " needs, is taken by another program.");
              }
            });
  }

  static void memory(int needed, OptionalLong available, List<String> obstacles) {
    if (available.isPresent() && available.getAsLong() < needed) {
      obstacles.add(
          "Kontor needs about "
              + needed
              + " MB of free memory here, and there are "
              + available.getAsLong()
              + " MB.");
    }
  }

  static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
