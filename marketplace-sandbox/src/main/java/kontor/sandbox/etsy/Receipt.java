package kontor.sandbox.etsy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.sandbox.ebay.Buyer;
import org.jspecify.annotations.Nullable;

/**
 * A receipt: Etsy's word for an order, whose lines are transactions.
 *
 * @param updated does not move when money is paid back
 * @param gone whether Etsy answers 404 for it, as it does for some that were cancelled
 * @param tax what Etsy collects and pays itself; comes on top
 */
public record Receipt(
    long receiptId,
    long shopId,
    Instant created,
    Instant updated,
    boolean paid,
    boolean canceled,
    boolean gone,
    Buyer buyer,
    List<Line> lines,
    Money shipping,
    Money discount,
    Money tax,
    List<Shipment> shipments,
    List<Refund> refunds) {

  public Receipt {
    lines = List.copyOf(lines);
    shipments = List.copyOf(shipments);
    refunds = List.copyOf(refunds);
  }

  /** Units of one product. */
  public record Line(
      long transactionId,
      long listingId,
      long productId,
      String sku,
      String title,
      Money price,
      int quantity) {}

  /** A parcel that the seller has told of; the buyer got a mail for it. */
  public record Shipment(
      long receiptShippingId, Instant told, @Nullable String carrier, @Nullable String tracking) {}

  /** Money that the seller paid back. */
  public record Refund(Money amount, Instant at, String reason) {}

  /** What the lines come to. */
  public Money totalPrice() {
    return lines.stream()
        .map(line -> line.price().times(line.quantity()))
        .reduce(Money::plus)
        .orElseThrow();
  }

  /** The lines less the discount. */
  public Money subtotal() {
    return totalPrice().minus(discount);
  }

  /** What the buyer paid. */
  public Money grandTotal() {
    return subtotal().plus(shipping).plus(tax);
  }

  /** What was paid back. */
  public Money refunded() {
    return refunds.stream().map(Refund::amount).reduce(shipping.with(0), Money::plus);
  }

  /** Whether the seller has told of a parcel. */
  public boolean shipped() {
    return !shipments.isEmpty();
  }

  /** Etsy's word for the state. */
  public String status() {
    if (canceled) {
      return "Canceled";
    }
    long back = refunded().amount();
    if (back > 0) {
      return back >= grandTotal().amount() ? "Fully Refunded" : "Partially Refunded";
    }
    return shipped() ? "Completed" : paid ? "Paid" : "Payment Processing";
  }

  Receipt pay(Instant at) {
    return change(at, true, canceled, gone, shipments, refunds);
  }

  Receipt cancel(boolean vanish, Instant at) {
    return change(at, paid, true, vanish, shipments, refunds);
  }

  Receipt ship(Shipment shipment, Instant at) {
    List<Shipment> more = new ArrayList<>(shipments);
    more.add(shipment);
    return change(at, paid, canceled, gone, more, refunds);
  }

  Receipt refund(Refund refund) {
    List<Refund> more = new ArrayList<>(refunds);
    more.add(refund);
    return change(updated, paid, canceled, gone, shipments, more);
  }

  private Receipt change(
      Instant at,
      boolean isPaid,
      boolean isCanceled,
      boolean isGone,
      List<Shipment> parcels,
      List<Refund> back) {
    return new Receipt(
        receiptId,
        shopId,
        created,
        at,
        isPaid,
        isCanceled,
        isGone,
        buyer,
        lines,
        shipping,
        discount,
        tax,
        parcels,
        back);
  }
}
