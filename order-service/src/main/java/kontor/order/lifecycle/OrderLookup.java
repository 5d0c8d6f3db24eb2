package kontor.order.lifecycle;

import java.util.Optional;
import kontor.contracts.OrderId;

/** Finds an order by what people call it. A moment after it was placed it may not be found yet. */
@FunctionalInterface
public interface OrderLookup {

  Optional<OrderId> byNumber(String number);
}
