package kontor.order.promotion;

import java.util.Optional;
import java.util.function.Supplier;
import kontor.contracts.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to use promotions, and for which order.
 *
 * @param order absent: a cart that is only looked at
 * @param customer opaque; asked for only where a limit makes it count; empty: not known yet
 */
public record Redeemer(@Nullable OrderId order, Supplier<Optional<String>> customer) {}
