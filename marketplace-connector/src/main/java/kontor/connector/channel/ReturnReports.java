package kontor.connector.channel;

import java.time.Instant;
import java.util.List;
import kontor.contracts.Quantity;

/** A marketplace that says what buyers send back. */
public interface ReturnReports {

  /** Returns that were opened or changed in the window. */
  List<ReportedReturn> returns(Instant from, Instant to);

  /**
   * A return as the marketplace reports it.
   *
   * @param externalLineId the marketplace's id of the line of the sale
   * @param reason in the marketplace's words
   */
  record ReportedReturn(
      String returnId,
      String externalId,
      String externalLineId,
      Quantity quantity,
      String reason,
      Instant changed) {}
}
