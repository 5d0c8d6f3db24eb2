package kontor.local.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderConfirmed;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderRejected;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.ReturnEvent.ReturnExchanged;
import kontor.local.faults.Observed.OrderFacts;

/** An order's stream, added up without any code of the services. */
final class OrderReplay {

  private final Map<String, Integer> units = new TreeMap<>();
  private final List<String> shipments = new ArrayList<>();
  private final List<String> cancellations = new ArrayList<>();
  private final List<String> returns = new ArrayList<>();
  private final List<String> refunds = new ArrayList<>();
  private final Map<String, String> credits = new TreeMap<>();
  private String replaces = "";
  private String channel = "";
  private String externalId = "";
  private String status = "";
  private Instant placedAt = Instant.EPOCH;
  private int payments;
  private long openMillis;

  private OrderReplay() {}

  static OrderFacts of(List<Object> events) {
    OrderReplay replay = new OrderReplay();
    events.forEach(replay::apply);
    return new OrderFacts(
        replay.channel,
        replay.externalId,
        replay.status,
        replay.units,
        replay.shipments,
        replay.cancellations,
        replay.returns,
        replay.refunds,
        List.copyOf(replay.credits.values()),
        replay.replaces,
        replay.payments,
        replay.openMillis);
  }

  private void apply(Object event) {
    if (event instanceof OrderPlaced e) {
      place(e);
    } else if (event instanceof OrderConfirmed e) {
      settle("CONFIRMED", e.confirmedAt());
    } else if (event instanceof OrderRejected e) {
      settle("REJECTED", e.rejectedAt());
    } else if (event instanceof OrderCancelled e) {
      settle("CANCELLED", e.cancelledAt());
      cancellations.add(e.reason());
    } else if (event instanceof OrderShipped e) {
      status = "SHIPPED";
      shipments.add(String.valueOf(e.trackingNumber()));
    } else if (event instanceof OrderReturned e) {
      status = "RETURNED";
      returns.add(e.rma());
    } else if (event instanceof ReturnExchanged e) {
      credits.put(e.replacement().value(), e.rma());
    } else if (event instanceof OrderRefunded e && !e.refund().startsWith("exchange/")) {
      refunds.add(e.refund());
    } else if (event instanceof OrderPaid e) {
      pay(e);
    }
  }

  /** What comes by an exchange is a credit, or one that comes back. */
  private void pay(OrderPaid event) {
    if (event.provider().equals("exchange")) {
      credits.remove(event.payment());
    } else {
      payments++;
    }
  }

  private void settle(String now, Instant at) {
    if (status.equals("PLACED")) {
      openMillis = Duration.between(placedAt, at).toMillis();
    }
    status = now;
  }

  private void place(OrderPlaced order) {
    status = "PLACED";
    placedAt = order.placedAt();
    channel = order.channel().value();
    replaces =
        order.exchange() == null ? "" : order.exchange().order() + "/" + order.exchange().rma();
    externalId = order.externalId() == null ? "" : order.externalId();
    order
        .lines()
        .forEach(line -> units.merge(line.sku().value(), line.quantity().value(), Integer::sum));
  }
}
