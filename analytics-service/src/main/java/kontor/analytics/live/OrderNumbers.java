package kontor.analytics.live;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.OrderId;

/** What people call the newest orders; older ones are forgotten. Safe for threads. */
final class OrderNumbers {

  private static final int REMEMBERED = 20_000;

  private final Map<OrderId, String> numbers =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<OrderId, String> eldest) {
              return size() > REMEMBERED;
            }
          });

  void learn(OrderId order, String number) {
    numbers.put(order, number);
  }

  Optional<String> of(OrderId order) {
    return Optional.ofNullable(numbers.get(order));
  }
}
