package kontor.sandbox.ebay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the marketplace keeps it; {@link OrderDocument} shows it as the API does. */
public record SoldOrder(
    String orderId,
    Instant created,
    Instant modified,
    String marketplaceId,
    Buyer buyer,
    List<Line> lines,
    Amount delivery,
    Payment payment,
    Cancellation cancellation,
    @Nullable String cancelReason,
    List<Shipment> shipments,
    @Nullable String seller,
    @Nullable AfterSale after) {

  public SoldOrder {
    lines = List.copyOf(lines);
    shipments = List.copyOf(shipments);
  }

  /** Whose it is; an order of before there were several sellers names nobody. */
  @Override
  public String seller() {
    return seller == null ? Seller.LOCAL : seller;
  }

  @Override
  public AfterSale after() {
    return after == null ? AfterSale.NONE : after;
  }

  /** Units of one listing. */
  public record Line(
      String lineItemId,
      String listingId,
      String offerId,
      String sku,
      String title,
      Amount unitPrice,
      int quantity) {

    Amount cost() {
      return unitPrice.times(quantity);
    }
  }

  /** A parcel that the seller has told of. */
  public record Shipment(
      String fulfillmentId,
      Instant shipped,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      List<Part> parts) {

    public Shipment {
      parts = List.copyOf(parts);
    }
  }

  /** Units of one line in a parcel. */
  public record Part(String lineItemId, int quantity) {}

  /** Where the money is. */
  public enum Payment {
    PENDING,
    PAID,
    PARTIALLY_REFUNDED,
    FULLY_REFUNDED
  }

  /** The buyer's wish to cancel and what became of it. */
  public enum Cancellation {
    NONE,
    REQUESTED,
    REJECTED,
    COMPLETED
  }

  Amount subtotal() {
    return lines.stream().map(Line::cost).reduce(Amount::plus).orElseThrow();
  }

  Amount total() {
    return subtotal().plus(delivery);
  }

  String currency() {
    return delivery.currency();
  }

  /** What the buyer paid and has not got back. */
  Amount left() {
    return total().minus(after().returned(currency()));
  }

  /** What eBay shows as a line's total: the delivery stands on the first. */
  Amount totalOf(Line line) {
    return line.equals(lines.get(0)) ? line.cost().plus(delivery) : line.cost();
  }

  /** Whether there is anything to send to anybody. */
  boolean toBeShipped() {
    return cancellation != Cancellation.COMPLETED
        && payment != Payment.PENDING
        && payment != Payment.FULLY_REFUNDED;
  }

  int shippedOf(String lineItemId) {
    return shipments.stream()
        .flatMap(shipment -> shipment.parts().stream())
        .filter(part -> part.lineItemId().equals(lineItemId))
        .mapToInt(Part::quantity)
        .sum();
  }

  String fulfillmentOf(Line line) {
    int shipped = shippedOf(line.lineItemId());
    return shipped == 0 ? "NOT_STARTED" : shipped < line.quantity() ? "IN_PROGRESS" : "FULFILLED";
  }

  String fulfillment() {
    List<String> states = lines.stream().map(this::fulfillmentOf).distinct().toList();
    return states.size() == 1 ? states.get(0) : "IN_PROGRESS";
  }

  SoldOrder pay(Payment other, Instant at) {
    return with(at, other, cancellation, cancelReason, shipments, after());
  }

  SoldOrder cancel(Cancellation other, @Nullable String reason, Instant at) {
    return with(at, payment, other, reason, shipments, after());
  }

  SoldOrder ship(Shipment shipment, Instant at) {
    List<Shipment> more = new ArrayList<>(shipments);
    more.add(shipment);
    boolean refused = cancellation == Cancellation.REQUESTED;
    Cancellation then = refused ? Cancellation.REJECTED : cancellation;
    return with(at, payment, then, cancelReason, more, after());
  }

  /** With other refunds, or another answer to whether a case is open. */
  SoldOrder with(AfterSale other, Instant at) {
    return with(at, payment, cancellation, cancelReason, shipments, other);
  }

  private SoldOrder with(
      Instant at,
      Payment paid,
      Cancellation cancelled,
      @Nullable String reason,
      List<Shipment> shipped,
      AfterSale later) {
    return new SoldOrder(
        orderId,
        created,
        at,
        marketplaceId,
        buyer,
        lines,
        delivery,
        paid,
        cancelled,
        reason,
        shipped,
        seller(),
        later);
  }
}
