package kontor.order.document;

import java.time.Instant;
import java.time.LocalDate;
import kontor.contracts.OrderId;

/**
 * An invoice or credit note as it was made the first time; what was sent stays what it was.
 *
 * @param pdf PDF/A-3 with the EN 16931 invoice in it (ZUGFeRD)
 * @param xrechnung the same as XRechnung, CII syntax
 * @param keepUntil last day on which it must be there
 */
public record Original(
    String number,
    OrderId order,
    PdfFile pdf,
    String xrechnung,
    LocalDate keepUntil,
    Instant storedAt) {

  private static final int YEARS = 8;

  /**
   * Invoices are kept for eight years from the end of the year in which they were issued (§ 14b (1)
   * UStG, § 147 (3), (4) AO).
   */
  public static LocalDate keepUntil(LocalDate issuedOn) {
    return LocalDate.of(issuedOn.getYear() + YEARS, 12, 31);
  }
}
