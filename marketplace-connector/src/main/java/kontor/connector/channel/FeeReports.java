package kontor.connector.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;

/** A marketplace that says what it keeps and what it pays out. */
public interface FeeReports {

  /** Movements of the account's money that became final in the window. */
  List<ReportedMovement> movements(Instant from, Instant to);

  /**
   * One amount of a settlement.
   *
   * @param id the marketplace's, or one that is made of what tells the movement from all others
   * @param externalId the sale that it belongs to; none for a fee of the account or a payout
   * @param amount more than zero: for us; less: from us
   */
  record ReportedMovement(
      String id,
      Kind kind,
      Optional<String> externalId,
      Optional<String> externalLineId,
      Money amount,
      String description,
      Instant at) {}

  /** What money moves for. */
  enum Kind {
    SALE,
    SHIPPING,
    TAX_WITHHELD,
    COMMISSION,
    FULFILMENT_FEE,
    ACCOUNT_FEE,
    REFUND,
    PAYOUT,
    OTHER
  }
}
