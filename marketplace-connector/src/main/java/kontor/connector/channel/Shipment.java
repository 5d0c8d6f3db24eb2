package kontor.connector.channel;

import java.time.Instant;
import java.util.List;
import kontor.contracts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One handover to a carrier.
 *
 * @param parcel our name for it, unique within the order
 */
public record Shipment(
    String parcel,
    String carrier,
    @Nullable String trackingNumber,
    Instant shippedAt,
    List<Line> lines) {

  public Shipment {
    lines = List.copyOf(lines);
  }

  /** Units of a line of the sale, by the marketplace's id of it. */
  public record Line(String externalLineId, Quantity quantity) {}
}
