package kontor.connector.channel;

import java.time.Instant;
import java.util.List;
import kontor.contracts.Quantity;

/** A marketplace that says what buyers send back. */
public interface ReturnReports {

  /** Returns that were opened or changed in the window, each as it stands now. */
  List<ReportedReturn> returns(Instant from, Instant to);

  /**
   * A return as the marketplace reports it.
   *
   * @param returnId the marketplace's, unique within the account
   * @param externalId the sale that it belongs to
   * @param reason in the marketplace's words
   */
  record ReportedReturn(
      String returnId, String externalId, List<Line> lines, String reason, Instant openedAt) {

    public ReportedReturn {
      lines = List.copyOf(lines);
    }
  }

  /** Units of a line of the sale, by the marketplace's id of it. */
  record Line(String externalLineId, Quantity quantity) {}
}
