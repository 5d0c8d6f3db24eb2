package kontor.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.local.network.Network.Link;

/**
 * The links of a platform that is to be broken: one from each instance to the store and one to the
 * broker. A Kafka client goes where the broker says it is, so the broker has a listener for each
 * instance that names the link's port and not its own.
 */
final class Links {

  private static final int STORE_LINK = 13_000;
  private static final int BROKER_LISTENER = 14_000;
  private static final int BROKER_LINK = 15_000;

  private final List<Link> all = new ArrayList<>();

  private Links() {}

  static Links none() {
    return new Links();
  }

  static Links of(List<ServiceSpec> rows, Instances instances) {
    Links links = new Links();
    for (ServiceSpec row : rows) {
      int most = instances.of(row);
      for (int instance = 1; instance <= most && !row.rank().foundation(); instance++) {
        int port = row.port(instance);
        String name = row.name(instance);
        links.all.add(new Link(name + ":store", port + STORE_LINK, PlatformTable.STORE_PORT));
        links.all.add(new Link(name + ":broker", port + BROKER_LINK, port + BROKER_LISTENER));
      }
    }
    return links;
  }

  List<Link> all() {
    return List.copyOf(all);
  }

  /** For the broker: on which port to listen for a link, and which to name. */
  List<String> listeners() {
    return all.stream()
        .filter(link -> link.name().endsWith(":broker"))
        .map(link -> link.target() + ":" + link.port())
        .toList();
  }

  Optional<String> store(String instance) {
    return address(instance + ":store").map(address -> "mongodb://" + address);
  }

  Optional<String> broker(String instance) {
    return address(instance + ":broker");
  }

  private Optional<String> address(String name) {
    return all.stream()
        .filter(link -> link.name().equals(name))
        .map(link -> PlatformTable.HOST + ":" + link.port())
        .findFirst();
  }
}
