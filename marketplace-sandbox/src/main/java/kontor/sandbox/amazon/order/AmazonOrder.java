package kontor.sandbox.amazon.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.sandbox.amazon.value.Money;
import kontor.sandbox.ebay.Buyer;

/**
 * An order as Amazon keeps it; {@link OrderDocument} shows it as the API does.
 *
 * @param paid false while the payment is not authorised: then there is no address and no price
 * @param byAmazon whether Amazon ships it
 */
public record AmazonOrder(
    String sellerId,
    String orderId,
    Instant created,
    Instant updated,
    String marketplaceId,
    boolean paid,
    boolean byAmazon,
    Buyer buyer,
    List<Line> lines,
    List<Parcel> parcels) {

  public AmazonOrder {
    lines = List.copyOf(lines);
    parcels = List.copyOf(parcels);
  }

  /** A parcel that the seller has confirmed, or that Amazon has sent. */
  public record Parcel(
      String reference,
      String carrier,
      String trackingNumber,
      Instant shipped,
      Instant confirmed,
      List<Part> parts) {

    public Parcel {
      parts = List.copyOf(parts);
    }

    int of(String itemId) {
      return parts.stream()
          .filter(part -> part.orderItemId().equals(itemId))
          .mapToInt(Part::quantity)
          .sum();
    }
  }

  /** Units of one line in a parcel. */
  public record Part(String orderItemId, int quantity) {}

  /** The state, by the names of Orders 2026-01-01. */
  public String status() {
    if (lines.stream().allMatch(line -> line.open() == 0)) {
      return "CANCELLED";
    }
    if (!paid) {
      return "PENDING";
    }
    int shipped = lines.stream().mapToInt(line -> shippedOf(line.orderItemId())).sum();
    int open = lines.stream().mapToInt(Line::open).sum();
    return shipped == 0 ? "UNSHIPPED" : shipped < open ? "PARTIALLY_SHIPPED" : "SHIPPED";
  }

  boolean cancelled() {
    return status().equals("CANCELLED");
  }

  /** Units of a line in parcels. */
  public int shippedOf(String itemId) {
    return parcels.stream().mapToInt(parcel -> parcel.of(itemId)).sum();
  }

  /** The line of this id. */
  public Optional<Line> line(String itemId) {
    return lines.stream().filter(line -> line.orderItemId().equals(itemId)).findFirst();
  }

  /** What the buyer pays for what is not cancelled. */
  public Money total() {
    return lines.stream().map(Line::total).reduce(Money::plus).orElseThrow();
  }

  AmazonOrder payment(Instant at) {
    return with(true, lines, parcels, at);
  }

  AmazonOrder line(Line changed, Instant at) {
    List<Line> others =
        lines.stream()
            .map(line -> line.orderItemId().equals(changed.orderItemId()) ? changed : line)
            .toList();
    return with(paid, others, parcels, at);
  }

  /** Adds a parcel, or replaces the one of the same reference. */
  AmazonOrder parcel(Parcel parcel, Instant at) {
    List<Parcel> all = new ArrayList<>(parcels);
    all.removeIf(old -> old.reference().equals(parcel.reference()));
    all.add(parcel);
    return with(paid, lines, all, at);
  }

  private AmazonOrder with(
      boolean nowPaid, List<Line> otherLines, List<Parcel> otherParcels, Instant at) {
    return new AmazonOrder(
        sellerId,
        orderId,
        created,
        at,
        marketplaceId,
        nowPaid,
        byAmazon,
        buyer,
        otherLines,
        otherParcels);
  }
}
