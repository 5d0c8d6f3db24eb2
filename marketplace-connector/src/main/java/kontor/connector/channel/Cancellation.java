package kontor.connector.channel;

import java.util.List;
import kontor.contracts.Quantity;

/**
 * Units of a sale that will not be delivered, decided here.
 *
 * @param id our name for it, unique within the sale
 * @param whole whether nothing of the sale is left after it
 */
public record Cancellation(String id, Reason reason, boolean whole, List<Line> lines) {

  public Cancellation {
    lines = List.copyOf(lines);
  }

  /** Units of a line of the sale, by the marketplace's id of it. */
  public record Line(String externalLineId, Quantity quantity) {}

  /** Why, as far as marketplaces ask. */
  public enum Reason {
    /** The buyer asked for it. */
    BUYER,
    /** There are no goods to send. */
    NO_STOCK,
    /** The address cannot be delivered to. */
    ADDRESS,
    OTHER
  }
}
