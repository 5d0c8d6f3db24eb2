package kontor.order.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import kontor.contracts.Money;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Returns.Rma;

/**
 * What an order's parcels cost and its returns give back, line by line. Whenever it is asked, the
 * answer for a parcel that has left or a return that is settled is the same: what happens to the
 * order later changes nothing about it. All parcels together are what is charged for the order.
 *
 * @param shipping the charge for shipping: with the first parcel, or owed back with a return
 */
public record Charges(List<Charge> lines, Money shipping) {

  public Charges {
    lines = List.copyOf(lines);
  }

  /**
   * Units of a line and what is charged or given back for them.
   *
   * @param units at least one
   */
  public record Charge(OrderLine line, int units, Money amount) {}

  /** Empty when no such parcel has left. */
  public static Optional<Charges> ofParcel(Confirmed order, String parcel) {
    List<Parcel> left = order.goods().shippedParcels();
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i).id().equals(parcel)) {
        List<Parcel> before = left.subList(0, i);
        Money shipping = order.placed().totals().shipping();
        return Optional.of(
            new Charges(
                lines(order, left.get(i).lines(), line -> Goods.units(before, line)),
                i == 0 ? shipping : Money.zero(shipping.currency())));
      }
    }
    return Optional.empty();
  }

  /** Empty when no such return is settled. */
  public static Optional<Charges> ofReturn(Confirmed order, String rma) {
    Rma back = order.returns().find(rma).orElse(null);
    if (back == null || back.refundDue() == null) {
      return Optional.empty();
    }
    List<Charge> lines =
        lines(order, back.lines(), line -> order.returns().returnedBefore(rma, line));
    Money goods =
        lines.stream()
            .map(Charge::amount)
            .reduce(Money.zero(back.refundDue().currency()), Money::plus);
    return Optional.of(new Charges(lines, back.refundDue().minus(goods)));
  }

  /**
   * The parcels that brought the units of a return: of each line, what left first is back first.
   */
  public static List<Parcel> parcelsOf(Confirmed order, String rma) {
    List<Parcel> brought = new ArrayList<>();
    List<Parcel> before = new ArrayList<>();
    for (Parcel parcel : order.goods().shippedParcels()) {
      if (order
          .returns()
          .find(rma)
          .filter(back -> meets(order, rma, back, before, parcel))
          .isPresent()) {
        brought.add(parcel);
      }
      before.add(parcel);
    }
    return brought;
  }

  private static boolean meets(
      Confirmed order, String rma, Rma back, List<Parcel> before, Parcel parcel) {
    return back.lines().stream()
        .anyMatch(
            units -> {
              int from = order.returns().returnedBefore(rma, units.line());
              int start = Goods.units(before, units.line());
              int end = start + Goods.units(List.of(parcel), units.line());
              return from < end && from + units.quantity().value() > start;
            });
  }

  private static List<Charge> lines(
      Confirmed order, List<LineUnits> units, IntUnaryOperator before) {
    List<Charge> charges = new ArrayList<>();
    for (LineUnits one : units) {
      OrderLine line = LineValues.line(order, one).orElseThrow();
      int first = before.applyAsInt(line.line());
      int last = first + one.quantity().value();
      Money amount =
          LineValues.charged(order, line, last).minus(LineValues.charged(order, line, first));
      charges.add(new Charge(line, one.quantity().value(), amount));
    }
    return charges;
  }
}
