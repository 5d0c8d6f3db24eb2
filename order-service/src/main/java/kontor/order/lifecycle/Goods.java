package kontor.order.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderShipped;
import kontor.contracts.order.ParcelEvent.ParcelDelivered;
import kontor.contracts.order.ParcelEvent.ParcelPacked;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import org.jspecify.annotations.Nullable;

/**
 * Where the units of an order's lines are: still open, cancelled, or in a parcel.
 *
 * @param cancelled units per line that will not be shipped
 * @param reduced by how much less is charged for these, per line
 * @param cancellations names of the cancellations that did that
 * @param parcels the shipped ones first, in the order in which they left
 */
public record Goods(
    Map<Integer, Integer> cancelled,
    Map<Integer, Money> reduced,
    Set<String> cancellations,
    List<Parcel> parcels) {

  static final Goods NONE = new Goods(Map.of(), Map.of(), Set.of(), List.of());

  /** Where a parcel is. */
  public enum ParcelState {
    PACKED,
    SHIPPED,
    DELIVERED
  }

  /**
   * Some of the goods in one box.
   *
   * @param leftAt when it was handed to the carrier; absent before
   */
  public record Parcel(
      String id,
      List<LineUnits> lines,
      ParcelState state,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      @Nullable Instant leftAt) {

    public Parcel {
      lines = List.copyOf(lines);
    }

    public boolean left() {
      return state != ParcelState.PACKED;
    }

    private Parcel delivered() {
      return new Parcel(id, lines, ParcelState.DELIVERED, carrier, trackingNumber, leftAt);
    }
  }

  public Goods {
    cancelled = Map.copyOf(cancelled);
    reduced = Map.copyOf(reduced);
    cancellations = Set.copyOf(cancellations);
    parcels = List.copyOf(parcels);
  }

  /** Units that are neither cancelled nor in a parcel. */
  int open(OrderLine line) {
    return line.quantity().value()
        - cancelled.getOrDefault(line.line(), 0)
        - units(parcels, line.line());
  }

  /** The open units of all lines. */
  List<LineUnits> rest(List<OrderLine> lines) {
    return lines.stream()
        .filter(line -> open(line) > 0)
        .map(line -> new LineUnits(line.line(), line.sku(), new Quantity(open(line))))
        .toList();
  }

  /** Units that have left the house. */
  int shipped(int line) {
    return units(shippedParcels(), line);
  }

  public List<Parcel> shippedParcels() {
    return parcels.stream().filter(Parcel::left).toList();
  }

  boolean allDelivered() {
    return parcels.stream().allMatch(parcel -> parcel.state() == ParcelState.DELIVERED);
  }

  public Optional<Parcel> parcel(String id) {
    return parcels.stream().filter(parcel -> parcel.id().equals(id)).findFirst();
  }

  static int units(List<Parcel> parcels, int line) {
    return parcels.stream()
        .flatMap(parcel -> parcel.lines().stream())
        .filter(units -> units.line() == line)
        .mapToInt(units -> units.quantity().value())
        .sum();
  }

  /** What does not concern goods changes nothing. */
  Goods evolve(OrderEvent event, List<OrderLine> ordered) {
    if (event instanceof LinesCancelled e) {
      return less(e, ordered);
    }
    if (event instanceof ParcelPacked e) {
      List<Parcel> more = new ArrayList<>(parcels);
      more.add(new Parcel(e.parcel(), e.lines(), ParcelState.PACKED, null, null, null));
      return new Goods(cancelled, reduced, cancellations, more);
    }
    if (event instanceof ParcelShipped e) {
      return left(
          new Parcel(
              e.parcel(),
              e.lines(),
              ParcelState.SHIPPED,
              e.carrier(),
              e.trackingNumber(),
              e.shippedAt()));
    }
    if (event instanceof ParcelDelivered e) {
      return new Goods(
          cancelled,
          reduced,
          cancellations,
          parcels.stream().map(p -> p.id().equals(e.parcel()) ? p.delivered() : p).toList());
    }
    return event instanceof OrderShipped e ? allLeft(e, ordered) : this;
  }

  private Goods less(LinesCancelled event, List<OrderLine> ordered) {
    Map<Integer, Integer> units = new HashMap<>(cancelled);
    Map<Integer, Money> worth = new HashMap<>(reduced);
    for (LineUnits one : event.lines()) {
      units.merge(one.line(), one.quantity().value(), Integer::sum);
      ordered.stream()
          .filter(line -> line.line() == one.line())
          .map(line -> LineValues.cancelled(this, line, one.quantity().value()))
          .forEach(less -> worth.merge(one.line(), less, Money::plus));
    }
    Set<String> names = new HashSet<>(cancellations);
    names.add(event.cancellation());
    return new Goods(units, worth, names, parcels);
  }

  /** Before there were parcels, an order left as a whole. */
  private Goods allLeft(OrderShipped event, List<OrderLine> ordered) {
    List<LineUnits> rest = rest(ordered);
    return rest.isEmpty()
        ? this
        : left(
            new Parcel(
                "1",
                rest,
                ParcelState.SHIPPED,
                event.carrier(),
                event.trackingNumber(),
                event.shippedAt()));
  }

  private Goods left(Parcel parcel) {
    List<Parcel> now = new ArrayList<>(shippedParcels());
    now.add(parcel);
    parcels.stream().filter(p -> !p.left() && !p.id().equals(parcel.id())).forEach(now::add);
    return new Goods(cancelled, reduced, cancellations, now);
  }
}
