package kontor.order.privacy;

import java.util.Optional;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.document.Archive;

/** Erases, and says what was erased and what is kept. */
public final class PrivacyReports {

  private final PrivacyDesk desk;
  private final Archive archive;

  public PrivacyReports(PrivacyDesk desk, Archive archive) {
    this.desk = desk;
    this.archive = archive;
  }

  /** Empty when there is no such customer and never was an erasure of one. */
  public Optional<ErasureReport> erase(CustomerId customer) {
    return desk.erase(customer).map(erasure -> ErasureReport.of(erasure, archive));
  }

  public ErasureReport erase(OrderId order) {
    return ErasureReport.of(desk.erase(order), archive);
  }
}
