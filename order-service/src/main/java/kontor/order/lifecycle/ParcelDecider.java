package kontor.order.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.ParcelEvent.OrderCompleted;
import kontor.contracts.order.ParcelEvent.OrderDelivered;
import kontor.contracts.order.ParcelEvent.ParcelDelivered;
import kontor.contracts.order.ParcelEvent.ParcelPacked;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Goods.ParcelState;
import kontor.order.lifecycle.Order.Confirmed;
import org.jspecify.annotations.Nullable;

/** How goods get to the buyer. What comes too late, or again, decides nothing. */
public final class ParcelDecider {

  private ParcelDecider() {}

  /** Units that are open lie in a parcel now; it is numbered by whoever packs. */
  public static List<OrderEvent> pack(
      Order order, String parcel, List<LineUnits> units, Instant now) {
    return order instanceof Confirmed taken
            && taken.stage() == Stage.OPEN
            && taken.goods().parcel(parcel).isEmpty()
            && LineValues.wellFormed(units)
            && units.stream().allMatch(one -> isOpen(taken, one))
        ? List.of(new ParcelPacked(taken.placed().order(), parcel, units, now))
        : List.of();
  }

  private static boolean isOpen(Confirmed order, LineUnits units) {
    return LineValues.line(order, units)
        .filter(line -> units.quantity().value() <= order.goods().open(line))
        .isPresent();
  }

  /** A packed parcel is handed to the carrier. */
  public static List<OrderEvent> shipParcel(
      Order order, String parcel, String carrier, @Nullable String trackingNumber, Instant now) {
    if (!(order instanceof Confirmed taken) || taken.stage() != Stage.OPEN) {
      return List.of();
    }
    Optional<Parcel> packed = taken.goods().parcel(parcel).filter(p -> !p.left());
    return packed
        .map(
            p ->
                withEnd(
                    taken,
                    List.of(
                        new ParcelShipped(
                            taken.placed().order(),
                            parcel,
                            p.lines(),
                            carrier,
                            trackingNumber,
                            now))))
        .orElse(List.of());
  }

  /** All that is still here leaves: the packed parcels, and what is open in one more. */
  public static List<OrderEvent> ship(
      Order order, String carrier, @Nullable String trackingNumber, Instant now) {
    if (!(order instanceof Confirmed taken) || taken.stage() != Stage.OPEN) {
      return List.of();
    }
    OrderId id = taken.placed().order();
    List<OrderEvent> decided = new ArrayList<>();
    for (Parcel parcel : taken.goods().parcels()) {
      if (!parcel.left()) {
        decided.add(
            new ParcelShipped(id, parcel.id(), parcel.lines(), carrier, trackingNumber, now));
      }
    }
    List<LineUnits> rest = taken.goods().rest(taken.lines());
    if (!rest.isEmpty()) {
      String parcel = next(taken.goods());
      decided.add(new ParcelPacked(id, parcel, rest, now));
      decided.add(new ParcelShipped(id, parcel, rest, carrier, trackingNumber, now));
    }
    return withEnd(taken, decided);
  }

  /** With the last parcel the whole order is shipped. */
  private static List<OrderEvent> withEnd(Confirmed order, List<OrderEvent> decided) {
    Goods goods = order.goods();
    for (OrderEvent event : decided) {
      goods = goods.evolve(event, order.lines());
    }
    boolean all =
        goods.rest(order.lines()).isEmpty() && goods.parcels().stream().allMatch(Parcel::left);
    if (!all || goods.parcels().isEmpty()) {
      return decided;
    }
    Parcel last = goods.parcels().get(goods.parcels().size() - 1);
    List<OrderEvent> whole = new ArrayList<>(decided);
    whole.add(shipped(order, last, ((ParcelShipped) decided.get(decided.size() - 1)).shippedAt()));
    return whole;
  }

  static OrderShipped shipped(Confirmed order, Parcel last, Instant now) {
    String carrier = last.carrier() == null ? "" : last.carrier();
    return new OrderShipped(order.placed().order(), carrier, last.trackingNumber(), now);
  }

  /** The next free number. */
  private static String next(Goods goods) {
    int number = goods.parcels().size() + 1;
    while (goods.parcel(Integer.toString(number)).isPresent()) {
      number++;
    }
    return Integer.toString(number);
  }

  /**
   * The carrier reports that a parcel is with the buyer. With the last one of a shipped order the
   * time to withdraw starts.
   */
  public static List<OrderEvent> deliver(Order order, String parcel, Instant at) {
    if (!(order instanceof Confirmed taken)
        || taken.goods().parcel(parcel).filter(p -> p.state() == ParcelState.SHIPPED).isEmpty()) {
      return List.of();
    }
    OrderId id = taken.placed().order();
    ParcelDelivered arrived = new ParcelDelivered(id, parcel, at);
    boolean all = taken.goods().evolve(arrived, taken.lines()).allDelivered();
    return all && taken.stage() == Stage.SHIPPED
        ? List.of(arrived, new OrderDelivered(id, at))
        : List.of(arrived);
  }

  /** The time to withdraw is over. An open return keeps the order open. */
  public static List<OrderEvent> complete(Order order, Instant withdrawalEnds, Instant now) {
    return order instanceof Confirmed taken
            && taken.stage() == Stage.DELIVERED
            && !taken.returns().anyOpen()
            && !now.isBefore(withdrawalEnds)
        ? List.of(new OrderCompleted(taken.placed().order(), now))
        : List.of();
  }
}
