package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.eventstore.Origin;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.OrderDecider;
import kontor.order.lifecycle.OrderStatus;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.Orders;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the manager and the warehouse do with an order. Doing it again changes nothing. */
@RestController
@RequestMapping("/api/admin/orders/{id}")
class FulfilmentResource {

  private final Orders orders;
  private final Clock clock;

  FulfilmentResource(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * @param carrier such as {@code DHL}
   */
  record Shipping(String carrier, @Nullable String trackingNumber) {}

  record Cancelling(String reason) {}

  /**
   * @param rma the number under which the goods come back, so that they count once
   */
  record Returning(String rma, List<Line> lines) {}

  record Line(int line, int quantity) {}

  @PostMapping("/ship")
  OrderSummary ship(
      @PathVariable OrderId id, @RequestBody Shipping wanted, HttpServletRequest request) {
    text("carrier", wanted.carrier);
    if (wanted.trackingNumber != null) {
      text("trackingNumber", wanted.trackingNumber);
    }
    return apply(
        id,
        request,
        order -> OrderDecider.ship(order, wanted.carrier, wanted.trackingNumber, clock.instant()),
        OrderStatus.SHIPPED);
  }

  @PostMapping("/cancel")
  OrderSummary cancel(
      @PathVariable OrderId id, @RequestBody Cancelling wanted, HttpServletRequest request) {
    text("reason", wanted.reason);
    return apply(
        id,
        request,
        order -> OrderDecider.cancel(order, wanted.reason, clock.instant()),
        OrderStatus.CANCELLED);
  }

  @PostMapping("/returns")
  OrderSummary takeBack(
      @PathVariable OrderId id, @RequestBody Returning wanted, HttpServletRequest request) {
    if (wanted.rma == null || !wanted.rma.matches("[A-Za-z0-9-]{1,40}")) {
      throw BadRequestException.field("rma", "must be 1 to 40 letters, digits or dashes");
    }
    if (wanted.lines == null || wanted.lines.isEmpty()) {
      throw BadRequestException.field("lines", "is missing");
    }
    Order before = existing(id);
    List<ReturnedLine> lines = wanted.lines.stream().map(line -> line(line, before)).toList();
    return apply(
        id,
        request,
        order -> OrderDecider.takeBack(order, wanted.rma, lines, clock.instant()),
        OrderStatus.RETURNED);
  }

  private static ReturnedLine line(Line wanted, Order order) {
    return Order.placed(order).lines().stream()
        .filter(line -> line.line() == wanted.line)
        .filter(line -> wanted.quantity > 0 && wanted.quantity <= line.quantity().value())
        .findFirst()
        .map(line -> new ReturnedLine(line.line(), line.sku(), new Quantity(wanted.quantity)))
        .orElseThrow(
            () ->
                BadRequestException.field(
                    "lines", "the order has no line " + wanted.line + " of so many units"));
  }

  private OrderSummary apply(
      OrderId id,
      HttpServletRequest request,
      Function<Order, List<OrderEvent>> rule,
      OrderStatus wanted) {
    existing(id);
    Origin origin = RequestOrigin.of(request);
    Order now = orders.apply(id, origin, rule);
    OrderStatus status = OrderStatus.of(now);
    if (status != wanted) {
      throw BadRequestException.conflict(
          "order " + id + " is " + status + ", so it cannot be " + wanted);
    }
    return OrderSummary.of(now);
  }

  private Order existing(OrderId id) {
    Order order = orders.find(id);
    if (order instanceof Order.Absent) {
      throw BadRequestException.notFound("there is no order " + id);
    }
    return order;
  }

  private static void text(String field, @Nullable String value) {
    if (value == null || value.isBlank() || value.length() > 200) {
      throw BadRequestException.field(field, "must be 1 to 200 characters");
    }
  }
}
