package kontor.connector.sale;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.OrderId;

/**
 * What was decided here about a sale, and the marketplace is still to carry out.
 *
 * @param externalId of the sale
 * @param ticket the marketplace's name for what it works on; empty: it was not asked, or nobody
 *     knows
 * @param parked whether a person has to look first
 */
public record DueRequest(
    OrderId order,
    String externalId,
    Ask ask,
    Instant since,
    Optional<String> ticket,
    boolean parked) {

  /** Unique within the account. */
  public String name() {
    return externalId + " " + ask.name();
  }

  DueRequest with(Optional<String> newTicket, boolean nowParked) {
    return new DueRequest(order, externalId, ask, since, newTicket, nowParked);
  }

  /** What is to be done there. */
  public sealed interface Ask {

    /** Unique within the order. */
    String name();
  }

  /**
   * @param units per line of the order; empty: all that is left
   * @param whole whether nothing of the order is left after it
   * @param byBuyer whether it was the buyer's wish
   * @param worth of the units; empty for the whole
   */
  public record Cancel(
      String name,
      Map<Integer, Integer> units,
      boolean whole,
      boolean byBuyer,
      Optional<Money> worth)
      implements Ask {

    public Cancel {
      units = Map.copyOf(units);
    }
  }

  /**
   * @param returned units per line that came back; empty: it is not for a return
   */
  public record PayBack(String name, Money amount, Map<Integer, Integer> returned) implements Ask {

    public PayBack {
      returned = Map.copyOf(returned);
    }
  }
}
