package kontor.order.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.eventstore.Origin;
import kontor.order.document.RangeName.Kind;
import kontor.order.lifecycle.Charges;
import kontor.order.lifecycle.Goods.Parcel;
import kontor.order.lifecycle.Order.Confirmed;
import kontor.order.lifecycle.Orders;

/**
 * An invoice for each parcel that leaves, a credit note for each return that is settled: the supply
 * is what is invoiced (§ 13 (1) no. 1 a UStG), and a return changes what it costs (§ 17 UStG),
 * whenever the money moves. Each step may be taken again.
 */
public final class InvoiceProcess {

  private final Orders orders;
  private final NumberRanges ranges;
  private final ZoneId zone;

  public InvoiceProcess(Orders orders, NumberRanges ranges, ZoneId zone) {
    this.orders = orders;
    this.ranges = ranges;
    this.zone = zone;
  }

  /** What is billed, and when it changed hands. */
  private record Supply(Kind kind, String cause, List<String> corrects, Instant at) {}

  /** Other events lead to nothing. */
  public void on(OrderEvent event, Origin origin) {
    if (event instanceof ParcelShipped e && orders.find(e.order()) instanceof Confirmed order) {
      Supply parcel = new Supply(Kind.INVOICE, e.parcel(), List.of(), e.shippedAt());
      Charges.ofParcel(order, e.parcel())
          .ifPresent(charges -> issue(order, parcel, charges, origin));
    } else if (event instanceof OrderReturned e
        && orders.find(e.order()) instanceof Confirmed order) {
      List<String> invoices = invoices(order, e.rma());
      Supply back = new Supply(Kind.CREDIT_NOTE, e.rma(), invoices, e.returnedAt());
      Charges.ofReturn(order, e.rma())
          .filter(charges -> !invoices.isEmpty()) // what was invoiced elsewhere is corrected there
          .ifPresent(charges -> issue(order, back, charges, origin));
    }
  }

  /** What costs nothing has no invoice. */
  private void issue(Confirmed order, Supply supply, Charges charges, Origin origin) {
    Billing billing = Billing.of(charges, order.placed().lines());
    if (!billing.total().isZero()) {
      ranges.issue(
          RangeName.at(supply.kind(), supply.at(), zone), bill(order, supply, billing), origin);
    }
  }

  private Bill bill(Confirmed order, Supply supply, Billing billing) {
    return new Bill(
        supply.kind(),
        order.placed().order(),
        supply.cause(),
        supply.corrects(),
        LocalDate.ofInstant(supply.at(), zone),
        billing.lines(),
        billing.taxes(),
        billing.rounding(),
        billing.total(),
        order.placed().treatment());
  }

  private List<String> invoices(Confirmed order, String rma) {
    OrderId id = order.placed().order();
    return Charges.parcelsOf(order, rma).stream()
        .map(parcel -> invoice(id, parcel).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  private Optional<String> invoice(OrderId order, Parcel parcel) {
    return Optional.ofNullable(parcel.leftAt())
        .map(left -> RangeName.at(Kind.INVOICE, left, zone))
        .flatMap(range -> ranges.number(range, NumberRange.cause(order, parcel.id())));
  }
}
