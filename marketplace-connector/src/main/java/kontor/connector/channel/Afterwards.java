package kontor.connector.channel;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kontor.contracts.Money;

/**
 * What has happened to a sale since it was paid, as the marketplace reports it.
 *
 * @param cancelledUnits of each line, by the marketplace's id of it; lines without any are left out
 * @param request the buyer's wish to cancel, while nobody has decided on it
 * @param refunded what the buyer has got back so far, in the sale's currency; empty where the
 *     report does not say
 */
public record Afterwards(
    Map<String, Integer> cancelledUnits, Optional<Request> request, Optional<Money> refunded) {

  /** Nothing that anybody told us. */
  public static final Afterwards NOTHING =
      new Afterwards(Map.of(), Optional.empty(), Optional.empty());

  public Afterwards {
    cancelledUnits = Map.copyOf(cancelledUnits);
  }

  /**
   * @param reason in the buyer's or the marketplace's words
   * @param at as the marketplace says, or when we first saw it
   */
  public record Request(String reason, Instant at) {}
}
