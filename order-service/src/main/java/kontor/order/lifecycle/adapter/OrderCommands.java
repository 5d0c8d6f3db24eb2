package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.OrderStatus;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.Orders;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all requests about one order share: find it, apply a rule, say why it was not possible. */
@Component
class OrderCommands {

  private final Orders orders;

  OrderCommands(Orders orders) {
    this.orders = orders;
  }

  /** Units of a line, as a request names them. */
  record Line(int line, int quantity) {}

  /**
   * Applies a rule. Asked again, it decides nothing, which is fine when what was wanted is so.
   *
   * @param done what the order is like afterwards
   * @param wanted completes "so it cannot …"
   */
  OrderSummary apply(
      OrderId id,
      HttpServletRequest request,
      Function<Order, List<OrderEvent>> rule,
      Predicate<Order> done,
      String wanted) {
    existing(id);
    Order now = orders.apply(id, RequestOrigin.of(request), rule);
    if (!done.test(now)) {
      throw BadRequestException.conflict(
          "order " + id + " is " + OrderStatus.of(now) + ", so it cannot " + wanted);
    }
    return OrderSummary.of(now);
  }

  Order existing(OrderId id) {
    Order order = orders.find(id);
    if (order instanceof Order.Absent) {
      throw BadRequestException.notFound("there is no order " + id);
    }
    return order;
  }

  /** The order's lines that a request names, each once and no more units than were ordered. */
  static List<LineUnits> lines(@Nullable List<Line> wanted, Order order) {
    if (wanted == null || wanted.isEmpty()) {
      throw BadRequestException.field("lines", "is missing");
    }
    if (wanted.stream().map(Line::line).distinct().count() != wanted.size()) {
      throw BadRequestException.field("lines", "names a line twice");
    }
    return wanted.stream().map(line -> units(line, order)).toList();
  }

  private static LineUnits units(Line wanted, Order order) {
    return Order.placed(order).lines().stream()
        .filter(line -> line.line() == wanted.line)
        .filter(line -> wanted.quantity > 0 && wanted.quantity <= line.quantity().value())
        .findFirst()
        .map(line -> new LineUnits(line.line(), line.sku(), new Quantity(wanted.quantity)))
        .orElseThrow(
            () ->
                BadRequestException.field(
                    "lines", "the order has no line " + wanted.line + " of so many units"));
  }

  /** A name that a caller gives to something, so that it counts once. */
  static String name(String field, @Nullable String value) {
    if (value == null || !value.matches("[A-Za-z0-9-]{1,40}")) {
      throw BadRequestException.field(field, "must be 1 to 40 letters, digits or dashes");
    }
    return value;
  }

  static String text(String field, @Nullable String value) {
    if (value == null || value.isBlank() || value.length() > 200) {
      throw BadRequestException.field(field, "must be 1 to 200 characters");
    }
    return value;
  }
}
