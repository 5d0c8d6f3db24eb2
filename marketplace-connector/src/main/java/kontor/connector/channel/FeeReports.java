package kontor.connector.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.settlement.SettlementEvent.MovementKind;

/**
 * A marketplace that says which movements of the account's money became final: what it sold for us,
 * what it keeps of it, what it pays out.
 */
public interface FeeReports {

  /**
   * Reports of closed settlements, made at this moment or later, oldest first. Which ones are there
   * is all that this says; one that is told of late may be older than others that were there
   * before.
   */
  List<ClosedSettlement> closedSettlements(Instant since);

  /**
   * Reads a settlement. The same report says the same for ever.
   *
   * @param report by {@link ClosedSettlement#report()}
   * @throws IllegalArgumentException what in it cannot be read, for a person
   */
  Settlement settlement(String report);

  /**
   * @param report the marketplace's id of the report, unique within the account
   */
  record ClosedSettlement(String report, Instant madeAt) {}

  /**
   * All that the marketplace settled for one period, as it reports it. Whether the movements add up
   * to the payout is not checked here.
   *
   * @param id the marketplace's, unique within the account
   * @param payout less than zero when we owe the marketplace
   * @param depositedAt when the money is sent on its way
   */
  record Settlement(
      String id,
      Instant from,
      Instant until,
      Instant depositedAt,
      Money payout,
      List<SettledAmount> movements) {

    public Settlement {
      movements = List.copyOf(movements);
    }
  }

  /**
   * One movement.
   *
   * @param id unique for ever within the account
   * @param externalId the sale that it belongs to; none for what the account itself costs
   * @param externalLineId the line of that sale, where it is of one
   * @param amount more than zero is money for us, less than zero money from us
   * @param words what the marketplace calls it
   */
  record SettledAmount(
      String id,
      MovementKind kind,
      Optional<String> externalId,
      Optional<String> externalLineId,
      Money amount,
      String words,
      Instant at) {}
}
