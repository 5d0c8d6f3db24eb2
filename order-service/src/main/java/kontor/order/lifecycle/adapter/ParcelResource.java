package kontor.order.lifecycle.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Goods.ParcelState;
import kontor.order.lifecycle.Order;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.OrderSummary;
import kontor.order.lifecycle.ParcelDecider;
import kontor.order.lifecycle.Stage;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the warehouse does with an order, and the carrier. Doing it again changes nothing. */
@RestController
@RequestMapping("/api/admin/orders/{id}")
class ParcelResource {

  private final OrderCommands orders;
  private final Clock clock;

  ParcelResource(OrderCommands orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * @param carrier such as {@code DHL}
   */
  record Shipping(String carrier, @Nullable String trackingNumber) {}

  /**
   * @param parcel the packer's name for it, unique within the order
   */
  record Packing(String parcel, List<OrderCommands.Line> lines) {}

  /**
   * @param at when it arrived, absent: now
   */
  record Delivery(@Nullable Instant at) {}

  /** All that is still here leaves: packed parcels, and the rest in one more. */
  @PostMapping("/ship")
  OrderSummary ship(
      @PathVariable OrderId id, @RequestBody Shipping wanted, HttpServletRequest request) {
    check(wanted);
    return orders.apply(
        id,
        request,
        order -> ParcelDecider.ship(order, wanted.carrier, wanted.trackingNumber, clock.instant()),
        order -> left(order, wanted),
        "be SHIPPED so");
  }

  /** Some units lie in a parcel now; 409 when not so many are open. */
  @PostMapping("/parcels")
  OrderSummary pack(
      @PathVariable OrderId id, @RequestBody Packing wanted, HttpServletRequest request) {
    String parcel = OrderCommands.name("parcel", wanted.parcel);
    List<LineUnits> units = OrderCommands.lines(wanted.lines, orders.existing(id));
    return orders.apply(
        id,
        request,
        order -> ParcelDecider.pack(order, parcel, units, clock.instant()),
        parcel(parcel, packed -> packed.lines().equals(units)),
        "be packed so: units are cancelled or in another parcel");
  }

  /** The parcel was handed over. */
  @PostMapping("/parcels/{parcel}/ship")
  OrderSummary shipParcel(
      @PathVariable OrderId id,
      @PathVariable String parcel,
      @RequestBody Shipping wanted,
      HttpServletRequest request) {
    check(wanted);
    return orders.apply(
        id,
        request,
        order ->
            ParcelDecider.shipParcel(
                order, parcel, wanted.carrier, wanted.trackingNumber, clock.instant()),
        parcel(parcel, shipped -> shipped.left() && isSo(shipped, wanted)),
        "have its parcel " + parcel + " shipped");
  }

  /** The parcel is with the buyer. */
  @PostMapping("/parcels/{parcel}/deliver")
  OrderSummary deliver(
      @PathVariable OrderId id,
      @PathVariable String parcel,
      @RequestBody Delivery wanted,
      HttpServletRequest request) {
    Instant now = clock.instant();
    Instant at = wanted.at == null ? now : wanted.at;
    if (at.isAfter(now)) {
      throw BadRequestException.field("at", "lies in the future");
    }
    return orders.apply(
        id,
        request,
        order -> ParcelDecider.deliver(order, parcel, at),
        parcel(parcel, p -> p.state() == ParcelState.DELIVERED),
        "have its parcel " + parcel + " delivered");
  }

  /** All of it, and a parcel of it in this very way. */
  private static boolean left(Order order, Shipping how) {
    return order instanceof Confirmed taken
        && taken.stage().compareTo(Stage.SHIPPED) >= 0
        && taken.goods().parcels().stream().anyMatch(parcel -> isSo(parcel, how));
  }

  private static boolean isSo(Parcel parcel, Shipping how) {
    return how.carrier.equals(parcel.carrier())
        && Objects.equals(how.trackingNumber, parcel.trackingNumber());
  }

  private static Predicate<Order> parcel(String id, Predicate<Parcel> state) {
    return order ->
        order instanceof Confirmed taken && taken.goods().parcel(id).filter(state).isPresent();
  }

  private static void check(Shipping wanted) {
    OrderCommands.text("carrier", wanted.carrier);
    if (wanted.trackingNumber != null) {
      OrderCommands.text("trackingNumber", wanted.trackingNumber);
    }
  }
}
