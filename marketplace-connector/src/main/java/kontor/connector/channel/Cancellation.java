package kontor.connector.channel;

import java.util.List;
import kontor.contracts.Quantity;

/**
 * The end of a sale, or of lines of it.
 *
 * @param lines none: the whole sale
 */
public record Cancellation(Reason reason, List<Line> lines) {

  public Cancellation {
    lines = List.copyOf(lines);
  }

  /** Why. */
  public enum Reason {
    OUT_OF_STOCK,
    BUYER_ASKED,
    OTHER
  }

  /** Units of a line of the sale, by the marketplace's id of it. */
  public record Line(String externalLineId, Quantity quantity) {}
}
