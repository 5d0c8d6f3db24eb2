package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.order.OrderEvent.Disposition;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.order.ReturnEvent.ReturnKind;
import kontor.order.assortment.Assortment;
import kontor.order.lifecycle.Exchanges;
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
  private final Exchanges exchanges;
  private final Assortment assortment;
  private final Clock clock;

  ReturnResource(OrderCommands orders, Exchanges exchanges, Assortment assortment, Clock clock) {
    this.orders = orders;
    this.exchanges = exchanges;
    this.assortment = assortment;
    this.clock = clock;
  }

  /**
   * @param kind absent: goodwill
   */
  record Announcement(@Nullable ReturnKind kind, List<OrderCommands.Line> lines) {}

  /**
   * @param rma the number under which the goods come back, so that they count once
   * @param exchange what the buyer gets instead of money; absent: money
   */
  record Returning(String rma, List<Line> lines, @Nullable List<Replacing> exchange) {}

  /**
   * @param worth what all its units are worth in this exchange, VAT included; absent, for a single
   *     position only: as much as what came back
   */
  record Replacing(Sku sku, Quantity quantity, @Nullable Money worth) {}

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
   * The goods were looked at: the refund, or the order of what replaces them, follows by itself. An
   * RMA nobody announced is goodwill.
   */
  @PostMapping
  OrderSummary takeBack(
      @PathVariable OrderId id, @RequestBody Returning wanted, HttpServletRequest request) {
    String rma = OrderCommands.name("rma", wanted.rma);
    List<ReturnedLine> lines = lines(wanted.lines, orders.existing(id));
    List<Exchanges.Wanted> replacing = replacing(wanted.exchange);
    return replacing.isEmpty()
        ? orders.apply(
            id,
            request,
            order -> ReturnDecider.takeBack(order, rma, lines, clock.instant()),
            rma(rma, state -> state == RmaState.SETTLED),
            "be RETURNED")
        : orders.apply(
            id,
            request,
            order -> exchanges.decide(order, rma, lines, replacing),
            order -> replaced(order, rma),
            "have these units exchanged: they were not shipped, came back before, are worth less,"
                + " or are not paid to us");
  }

  private List<Exchanges.Wanted> replacing(@Nullable List<Replacing> wanted) {
    if (wanted == null) {
      return List.of();
    }
    List<Exchanges.Wanted> replacing = new ArrayList<>();
    for (Replacing one : wanted) {
      String field = "exchange[" + replacing.size() + "].";
      if (assortment.find(one.sku).isEmpty()) {
        throw BadRequestException.field(field + "sku", "is not for sale: " + one.sku);
      }
      if (one.quantity.isZero()) {
        throw BadRequestException.field(field + "quantity", "must be at least 1");
      }
      if (one.worth == null ? wanted.size() > 1 : one.worth.isNegative() || one.worth.isZero()) {
        throw BadRequestException.field(field + "worth", "must be more than zero");
      }
      replacing.add(new Exchanges.Wanted(one.sku, one.quantity, one.worth));
    }
    return replacing;
  }

  private static boolean replaced(Order order, String rma) {
    return order instanceof Confirmed taken
        && taken.returns().find(rma).filter(r -> r.replacement() != null).isPresent();
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
