package kontor.local.broker;

/**
 * A further port of the broker for clients that come by a detour.
 *
 * @param port where it listens
 * @param told where it tells clients that it is
 */
public record Listener(int port, int told) {

  /** From {@code <port>:<told>}. */
  static Listener parse(String text) {
    String[] ports = text.split(":", 2);
    return new Listener(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
  }

  String name() {
    return "DETOUR_" + port;
  }
}
