package kontor.connector.channel;

import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.Quantity;

/**
 * Money for the buyer. Amounts are in the sale's currency, VAT included, more than zero.
 *
 * @param id our name for it, unique within the sale
 * @param lines what of it is for goods; may be empty
 * @param shipping what of it is for delivery; may be zero
 * @param total of all lines and the shipping
 */
public record Refund(String id, Reason reason, List<Line> lines, Money shipping, Money total) {

  public Refund {
    lines = List.copyOf(lines);
  }

  /**
   * @param externalLineId the marketplace's id of the line of the sale
   * @param amount for all units of it
   */
  public record Line(String externalLineId, Quantity quantity, Money amount) {}

  /** Why, as far as marketplaces ask. */
  public enum Reason {
    CANCELLED,
    RETURNED,
    NOT_DELIVERED,
    GOODWILL
  }
}
