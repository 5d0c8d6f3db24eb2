package kontor.contracts.order;

import java.time.Instant;
import java.util.List;
import kontor.contracts.EventType;
import kontor.contracts.OrderId;
import org.jspecify.annotations.Nullable;

/** The way of an order's goods to the buyer, parcel by parcel. */
public sealed interface ParcelEvent extends OrderEvent {

  /**
   * These units lie in a parcel.
   *
   * @param parcel unique within the order, such as {@code 1}
   */
  @EventType("kontor.order.parcel-packed.v1")
  record ParcelPacked(OrderId order, String parcel, List<LineUnits> lines, Instant packedAt)
      implements ParcelEvent {

    public ParcelPacked {
      lines = List.copyOf(lines);
    }
  }

  /** The parcel was handed to the carrier; {@code OrderShipped} follows with the last one. */
  @EventType("kontor.order.parcel-shipped.v1")
  record ParcelShipped(
      OrderId order,
      String parcel,
      List<LineUnits> lines,
      String carrier,
      @Nullable String trackingNumber,
      Instant shippedAt)
      implements ParcelEvent {

    public ParcelShipped {
      lines = List.copyOf(lines);
    }
  }

  /** The parcel is with the buyer. */
  @EventType("kontor.order.parcel-delivered.v1")
  record ParcelDelivered(OrderId order, String parcel, Instant deliveredAt)
      implements ParcelEvent {}

  /** All parcels are with the buyer: the time to withdraw starts. */
  @EventType("kontor.order.delivered.v1")
  record OrderDelivered(OrderId order, Instant deliveredAt) implements ParcelEvent {}

  /** The time to withdraw is over and no return is open. */
  @EventType("kontor.order.completed.v1")
  record OrderCompleted(OrderId order, Instant completedAt) implements ParcelEvent {}
}
