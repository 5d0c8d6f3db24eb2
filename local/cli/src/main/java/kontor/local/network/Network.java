package kontor.local.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All links of a platform by their names. */
public final class Network implements AutoCloseable {

  private final Map<String, TcpProxy> links = new TreeMap<>();

  private Network() {}

  /**
   * A link to open.
   *
   * @param name such as {@code order-2:store}
   * @param port where a service connects to
   * @param target where the store or broker listens
   */
  public record Link(String name, int port, int target) {}

  /** Opens all of them. */
  public static Network open(List<Link> wanted) throws IOException {
    Network network = new Network();
    for (Link link : wanted) {
      TcpProxy proxy =
          TcpProxy.start(link.name(), link.port(), link.target(), link.name().hashCode());
      network.links.put(link.name(), proxy);
    }
    return network;
  }

  /** The links that somebody has used. */
  public List<String> used() {
    List<String> used = new ArrayList<>();
    links.forEach(
        (name, link) -> {
          if (link.used()) {
            used.add(name);
          }
        });
    return used;
  }

  /** False when there is no link of that name. */
  public boolean set(String name, LinkState state) {
    TcpProxy link = links.get(name);
    if (link != null) {
      link.set(state);
    }
    return link != null;
  }

  @Override
  public void close() throws IOException {
    for (TcpProxy link : links.values()) {
      link.close();
    }
  }
}
