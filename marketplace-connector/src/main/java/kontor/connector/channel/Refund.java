package kontor.connector.channel;

import java.util.List;
import kontor.contracts.Money;

/**
 * Money for the buyer.
 *
 * @param number ours, the same at each repetition
 * @param lines what it is for; shipping is in {@code shipping}
 */
public record Refund(String number, Reason reason, List<Line> lines, Money shipping) {

  public Refund {
    lines = List.copyOf(lines);
  }

  /** Why. */
  public enum Reason {
    CANCELLED,
    RETURNED,
    NOT_AS_DESCRIBED,
    NOT_RECEIVED,
    GOODWILL
  }

  /** An amount for a line of the sale, VAT included, by the marketplace's id of the line. */
  public record Line(String externalLineId, Money amount) {}

  /** All of it. */
  public Money total() {
    return lines.stream().map(Line::amount).reduce(shipping, Money::plus);
  }
}
