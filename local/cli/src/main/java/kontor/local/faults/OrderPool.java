package kontor.local.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** The orders that the warehouse knows of. */
final class OrderPool {

  private static final int RECENT = 60;

  private final List<Known> placed = new ArrayList<>();
  private final List<Known> shipped = new ArrayList<>();
  private final Set<String> sent = new HashSet<>();

  /** An order with its units by SKU, in the order of its lines. */
  record Known(String id, Map<String, Integer> units) {}

  synchronized void placed(String id, Map<String, Integer> units) {
    if (placed.stream().noneMatch(known -> known.id().equals(id))) {
      placed.add(new Known(id, units));
    }
    if (placed.size() > RECENT) {
      placed.remove(0);
    }
  }

  /** Whoever ships it a second time is answered with yes as well; it comes back only once. */
  synchronized void shipped(Known order) {
    placed.remove(order);
    if (sent.add(order.id())) {
      shipped.add(order);
    }
  }

  /** One of the last that were placed; it stays. */
  synchronized Optional<Known> anyPlaced(SplittableRandom chance) {
    int at = chance.nextInt(RECENT);
    return placed.isEmpty() ? Optional.empty() : Optional.of(placed.get(at % placed.size()));
  }

  /** One that was shipped, each only once. */
  synchronized Optional<Known> takeShipped(SplittableRandom chance) {
    int at = chance.nextInt(RECENT);
    return shipped.isEmpty() ? Optional.empty() : Optional.of(shipped.remove(at % shipped.size()));
  }
}
