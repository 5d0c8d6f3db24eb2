package kontor.sandbox.amazon.notice;

import java.util.Optional;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/** All subscriptions, one per seller and type, and the destinations that they go to. */
public final class Subscriptions {

  private final Table<Subscription> table;
  private final Table<Destination> destinations;

  public Subscriptions(Store store) {
    this.table = store.table("amazon-subscriptions", Subscription.class);
    this.destinations = store.table("amazon-destinations", Destination.class);
  }

  Table<Destination> destinations() {
    return destinations;
  }

  /** The queue that it goes to, as {@code account/name}; empty if it goes elsewhere. */
  Optional<String> queue(Subscription one) {
    return destinations.get(one.destinationId()).flatMap(Destination::queue);
  }

  private static String key(String sellerId, String type) {
    return sellerId + "|" + type;
  }

  Optional<Subscription> find(String sellerId, String type) {
    return table.get(key(sellerId, type));
  }

  Optional<Subscription> byId(String subscriptionId) {
    return table.all().stream()
        .filter(one -> one.subscriptionId().equals(subscriptionId))
        .findFirst();
  }

  boolean uses(String destinationId) {
    return table.all().stream().anyMatch(one -> one.destinationId().equals(destinationId));
  }

  void put(Subscription one) {
    table.put(key(one.sellerId(), one.type()), one);
  }

  void remove(Subscription one) {
    table.remove(key(one.sellerId(), one.type()));
  }
}
