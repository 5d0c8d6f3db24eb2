package kontor.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kontor.contracts.OrderId;
import kontor.contracts.order.ExchangeOf;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import org.jspecify.annotations.Nullable;

/**
 * What moves between an order and those that replace its returned goods, in minor units. As the
 * origin it gives credits and gets back what is not used up; as a replacement it is the other way
 * round.
 */
final class ExchangeMoney {

  private final Map<String, Long> given = new TreeMap<>();
  private final Map<String, Long> regained = new TreeMap<>();
  private @Nullable ExchangeOf exchange;
  private long got;
  private long gaveBack;

  /** Whether the event is of concern here. */
  static boolean concerns(OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      return e.exchange() != null;
    }
    if (event instanceof OrderPaid e) {
      return e.provider().equals(ExchangeOf.PROVIDER);
    }
    return event instanceof OrderRefunded e && e.provider().equals(ExchangeOf.PROVIDER);
  }

  void apply(OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      exchange = e.exchange();
    } else if (event instanceof OrderPaid e) {
      if (exchange != null && exchange.order().value().equals(e.payment())) {
        got += e.amount().minor();
      } else {
        regained.merge(e.payment(), e.amount().minor(), Long::sum);
      }
    } else if (event instanceof OrderRefunded e) {
      if (e.refund().startsWith(ExchangeOf.PROVIDER + "/")) {
        given.merge(e.refund(), e.amount().minor(), Long::sum);
      } else {
        gaveBack += e.amount().minor();
      }
    }
  }

  /** The order of the returned goods, when this one replaces some. */
  Optional<OrderId> origin() {
    return Optional.ofNullable(exchange).map(ExchangeOf::order);
  }

  /** What does not fit between this replacement and the order of the returned goods. */
  Optional<String> wrong(OrderId replacement, @Nullable ExchangeMoney origin) {
    if (exchange == null) {
      return Optional.empty();
    }
    long credit = origin == null ? 0 : origin.given.getOrDefault(exchange.credit(), 0L);
    long back = origin == null ? 0 : origin.regained.getOrDefault(replacement.value(), 0L);
    return credit == got && back == gaveBack
        ? Optional.empty()
        : Optional.of(
            "got %d and gave back %d; order %s gave %d and got back %d"
                .formatted(got, gaveBack, exchange.order(), credit, back));
  }
}
