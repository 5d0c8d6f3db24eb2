package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.OrderDecider;
import kontor.order.lifecycle.OrderStatus;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.Stage;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the manager changes an order before it leaves. Doing it again changes nothing. */
@RestController
@RequestMapping("/api/admin/orders/{id}")
class OrderChangeResource {

  private final OrderCommands orders;
  private final Clock clock;

  OrderChangeResource(OrderCommands orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  record Reason(String reason) {}

  /**
   * @param cancellation the caller's name for it, so that it counts once
   */
  record LineCancelling(String cancellation, String reason, List<OrderCommands.Line> lines) {}

  /** The whole order; 409 once a parcel has left. */
  @PostMapping("/cancel")
  OrderSummary cancel(
      @PathVariable OrderId id, @RequestBody Reason wanted, HttpServletRequest request) {
    String reason = OrderCommands.text("reason", wanted.reason);
    return orders.apply(
        id,
        request,
        order -> OrderDecider.cancel(order, CancelledBy.MANAGER, reason, clock.instant()),
        order -> OrderStatus.of(order) == OrderStatus.CANCELLED,
        "be cancelled");
  }

  /** Units that are not packed yet; 409 when there are not so many. */
  @PostMapping("/cancellations")
  OrderSummary cancelLines(
      @PathVariable OrderId id, @RequestBody LineCancelling wanted, HttpServletRequest request) {
    String name = OrderCommands.name("cancellation", wanted.cancellation);
    String reason = OrderCommands.text("reason", wanted.reason);
    List<LineUnits> units = OrderCommands.lines(wanted.lines, orders.existing(id));
    return orders.apply(
        id,
        request,
        order ->
            OrderDecider.cancelLines(
                order, name, units, CancelledBy.MANAGER, reason, clock.instant()),
        order -> cancelled(order, name),
        "lose these units: they are cancelled, packed or shipped");
  }

  private static boolean cancelled(Order order, String name) {
    return order instanceof Confirmed taken
        ? taken.goods().cancellations().contains(name)
        : OrderStatus.of(order) == OrderStatus.CANCELLED;
  }

  /** Nothing of it is packed or shipped until the hold is lifted. */
  @PostMapping("/hold")
  OrderSummary hold(
      @PathVariable OrderId id, @RequestBody Reason wanted, HttpServletRequest request) {
    String reason = OrderCommands.text("reason", wanted.reason);
    return orders.apply(
        id,
        request,
        order -> OrderDecider.hold(order, reason, clock.instant()),
        order -> in(order, Stage.ON_HOLD),
        "be put on hold");
  }

  @PostMapping("/lift-hold")
  OrderSummary liftHold(@PathVariable OrderId id, HttpServletRequest request) {
    return orders.apply(
        id,
        request,
        order -> OrderDecider.liftHold(order, clock.instant()),
        order -> in(order, Stage.OPEN),
        "go on");
  }

  private static boolean in(Order order, Stage stage) {
    return order instanceof Confirmed taken && taken.stage() == stage;
  }
}
