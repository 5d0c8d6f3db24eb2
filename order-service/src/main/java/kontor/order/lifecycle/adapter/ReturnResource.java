package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.order.OrderEvent.Disposition;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.ReturnDecider;
import kontor.order.lifecycle.Returns.RmaState;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How goods come back (RMA). Doing it again changes nothing. */
@RestController
@RequestMapping("/api/admin/orders/{id}/returns")
class ReturnResource {

  private final OrderCommands orders;
  private final Clock clock;

  ReturnResource(OrderCommands orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * @param kind absent: goodwill
   */
  record Announcement(@Nullable ReturnKind kind, List<OrderCommands.Line> lines) {}

  /**
   * @param rma the number under which the goods come back, so that they count once
   */
  record Returning(String rma, List<Line> lines) {}

  /**
   * @param disposition absent: fit to be sold again
   */
  record Line(int line, int quantity, @Nullable Disposition disposition) {}

  record Reason(String reason) {}

  /** The buyer is going to send units back. */
  @PutMapping("/{rma}")
  OrderSummary announce(
      @PathVariable OrderId id,
      @PathVariable String rma,
      @RequestBody Announcement wanted,
      HttpServletRequest request) {
    String name = OrderCommands.name("rma", rma);
    List<LineUnits> units = OrderCommands.lines(wanted.lines, orders.existing(id));
    ReturnKind kind = wanted.kind == null ? ReturnKind.GOODWILL : wanted.kind;
    return orders.apply(
        id,
        request,
        order -> ReturnDecider.announce(order, name, kind, units, clock.instant()),
        rma(name, state -> true),
        "have these units back: they were not shipped, or come back already");
  }

  /** The parcel is here; the goods are still to be looked at. */
  @PostMapping("/{rma}/receive")
  OrderSummary receive(
      @PathVariable OrderId id, @PathVariable String rma, HttpServletRequest request) {
    return orders.apply(
        id,
        request,
        order -> ReturnDecider.receive(order, rma, clock.instant()),
        rma(rma, state -> state == RmaState.RECEIVED || state == RmaState.SETTLED),
        "have received the return " + rma);
  }

  /** Nothing comes back after all. */
  @PostMapping("/{rma}/withdraw")
  OrderSummary withdraw(
      @PathVariable OrderId id,
      @PathVariable String rma,
      @RequestBody Reason wanted,
      HttpServletRequest request) {
    String reason = OrderCommands.text("reason", wanted.reason);
    return orders.apply(
        id,
        request,
        order -> ReturnDecider.withdraw(order, rma, reason, clock.instant()),
        rma(rma, state -> state == RmaState.WITHDRAWN),
        "have the return " + rma + " called off");
  }

  /**
   * The goods were looked at: the refund follows by itself. An RMA nobody announced is goodwill.
   */
  @PostMapping
  OrderSummary takeBack(
      @PathVariable OrderId id, @RequestBody Returning wanted, HttpServletRequest request) {
    String rma = OrderCommands.name("rma", wanted.rma);
    List<ReturnedLine> lines = lines(wanted.lines, orders.existing(id));
    return orders.apply(
        id,
        request,
        order -> ReturnDecider.takeBack(order, rma, lines, clock.instant()),
        rma(rma, state -> state == RmaState.SETTLED),
        "be RETURNED");
  }

  private static List<ReturnedLine> lines(@Nullable List<Line> wanted, Order order) {
    if (wanted == null) {
      throw BadRequestException.field("lines", "is missing");
    }
    List<LineUnits> units =
        OrderCommands.lines(
            wanted.stream().map(l -> new OrderCommands.Line(l.line, l.quantity)).toList(), order);
    return units.stream()
        .map(
            one -> {
              Disposition disposition =
                  wanted.stream()
                          .filter(l -> l.line == one.line())
                          .anyMatch(l -> l.disposition == Disposition.SCRAP)
                      ? Disposition.SCRAP
                      : null;
              Quantity quantity = one.quantity();
              return new ReturnedLine(one.line(), one.sku(), quantity, disposition);
            })
        .toList();
  }

  private static Predicate<Order> rma(String rma, Predicate<RmaState> state) {
    return order ->
        order instanceof Confirmed taken
            && taken.returns().find(rma).filter(r -> state.test(r.state())).isPresent();
  }
}
