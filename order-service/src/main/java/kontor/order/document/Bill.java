package kontor.order.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.TaxTreatment;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceLine;
import kontor.contracts.invoice.InvoiceEvent.TaxSum;
import kontor.order.document.RangeName.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note but for its number and date.
 *
 * @param cause the parcel, or the RMA number of the return
 * @param corrects numbers of invoices; none for an invoice
 * @param treatment how VAT applies; absent: at its rates, and what has none is an export
 */
public record Bill(
    Kind kind,
    OrderId order,
    String cause,
    List<String> corrects,
    LocalDate suppliedOn,
    List<InvoiceLine> lines,
    List<TaxSum> taxes,
    Money rounding,
    Money total,
    @Nullable TaxTreatment treatment) {

  /** At the rates of VAT. */
  public Bill(
      Kind kind,
      OrderId order,
      String cause,
      List<String> corrects,
      LocalDate suppliedOn,
      List<InvoiceLine> lines,
      List<TaxSum> taxes,
      Money rounding,
      Money total) {
    this(kind, order, cause, corrects, suppliedOn, lines, taxes, rounding, total, null);
  }

  public Bill {
    corrects = List.copyOf(corrects);
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
  }

  /** The bill as it was issued. */
  public static Bill of(InvoiceEvent issued) {
    if (issued instanceof InvoiceIssued e) {
      return new Bill(
          Kind.INVOICE,
          e.order(),
          e.parcel(),
          List.of(),
          e.suppliedOn(),
          e.lines(),
          e.taxes(),
          e.rounding(),
          e.total(),
          e.treatment());
    }
    if (issued instanceof CreditNoteIssued e) {
      return new Bill(
          Kind.CREDIT_NOTE,
          e.order(),
          e.rma(),
          e.invoices(),
          e.suppliedOn(),
          e.lines(),
          e.taxes(),
          e.rounding(),
          e.total(),
          e.treatment());
    }
    throw new IllegalArgumentException("nothing was issued: " + issued);
  }

  InvoiceEvent issue(String number, LocalDate on) {
    return kind == Kind.INVOICE
        ? new InvoiceIssued(
            number, order, cause, on, suppliedOn, lines, taxes, rounding, total, treatment)
        : new CreditNoteIssued(
            number,
            order,
            cause,
            corrects,
            on,
            suppliedOn,
            lines,
            taxes,
            rounding,
            total,
            treatment);
  }

  /** Whether the buyer was shown prices without VAT. */
  boolean net() {
    return lines.stream().anyMatch(line -> line.netUnitPrice() != null);
  }

  /** Which words say why no VAT is charged; empty when it is. */
  public Optional<String> exemption() {
    if (treatment == TaxTreatment.INTRA_COMMUNITY) {
      return Optional.of("intra");
    }
    boolean untaxed = taxes.stream().anyMatch(tax -> tax.taxRate() == 0);
    return treatment == TaxTreatment.EXPORT || (treatment == null && untaxed)
        ? Optional.of("export")
        : Optional.empty();
  }

  String causeKey() {
    return NumberRange.cause(order, cause);
  }
}
