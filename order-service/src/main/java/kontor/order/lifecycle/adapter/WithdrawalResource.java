package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.order.contact.Contacts;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.OrderLookup;
import kontor.order.lifecycle.OrderStatus;
import kontor.order.lifecycle.Orders;
import kontor.order.lifecycle.Withdrawal;
import kontor.platform.spring.BadRequestException;
import kontor.platform.spring.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The electronic withdrawal function (§ 356a BGB), in two steps and without signing in: who knows
 * the order's number and e-mail address looks at the contract first and then confirms. A wrong pair
 * is answered like an unknown order.
 */
@RestController
@RequestMapping("/api/shop/withdrawals")
class WithdrawalResource {

  private final Orders orders;
  private final OrderLookup lookup;
  private final Contacts contacts;
  private final Withdrawal withdrawal;
  private final Clock clock;

  WithdrawalResource(
      Orders orders, OrderLookup lookup, Contacts contacts, Withdrawal withdrawal, Clock clock) {
    this.orders = orders;
    this.lookup = lookup;
    this.contacts = contacts;
    this.withdrawal = withdrawal;
    this.clock = clock;
  }

  record Contract(String number, String email) {}

  /**
   * What a withdrawal would mean.
   *
   * @param until when it must be declared (exclusive); absent: the time has not begun to run
   * @param units what is cancelled or comes back
   */
  record Offer(String number, OrderStatus status, @Nullable Instant until, List<LineUnits> units) {}

  /**
   * The receipt.
   *
   * @param rma the number for the parcel, when goods have to come back
   */
  record Receipt(
      String number, Instant declaredAt, OrderStatus status, boolean returnNeeded, String rma) {}

  /** The first step: changes nothing. */
  @PostMapping("/check")
  Offer check(@RequestBody Contract contract) {
    Order order = find(contract);
    Instant until = withdrawal.until(order, clock.instant()).orElseThrow(() -> impossible(order));
    return new Offer(
        Order.placed(order).number(),
        OrderStatus.of(order),
        until.equals(Instant.MAX) ? null : until,
        order instanceof Confirmed taken ? withdrawal.affected(taken) : List.of());
  }

  /** The second step: the contract is withdrawn from as a whole. Confirming again is the same. */
  @PostMapping
  Receipt confirm(@RequestBody Contract contract, HttpServletRequest request) {
    Order before = find(contract);
    String name = "W-" + Order.placed(before).number();
    Instant now = clock.instant();
    Order after =
        orders.apply(
            Order.placed(before).order(),
            RequestOrigin.of(request),
            order -> withdrawal.declare(order, name, now));
    boolean comesBack = after instanceof Confirmed taken && taken.returns().find(name).isPresent();
    if (!comesBack && OrderStatus.of(after) != OrderStatus.CANCELLED) {
      throw impossible(after);
    }
    return new Receipt(Order.placed(after).number(), now, OrderStatus.of(after), comesBack, name);
  }

  private Order find(Contract contract) {
    String number = OrderCommands.name("number", contract.number);
    String email = OrderCommands.text("email", contract.email).strip().toLowerCase(Locale.ROOT);
    OrderId id =
        lookup
            .byNumber(number)
            .filter(
                order ->
                    contacts
                        .find(order)
                        .filter(c -> c.email().toLowerCase(Locale.ROOT).equals(email))
                        .isPresent())
            .orElseThrow(
                () ->
                    BadRequestException.notFound(
                        "there is no order " + number + " with this e-mail address"));
    Order order = orders.find(id);
    if (order instanceof Order.Absent) {
      throw BadRequestException.notFound(
          "there is no order " + number + " with this e-mail address");
    }
    return order;
  }

  private static BadRequestException impossible(Order order) {
    return BadRequestException.conflict(
        "order "
            + Order.placed(order).number()
            + " is "
            + OrderStatus.of(order)
            + ": there is nothing to withdraw from, or it is too late");
  }
}
