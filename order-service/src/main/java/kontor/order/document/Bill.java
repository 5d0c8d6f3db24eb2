package kontor.order.document;

import java.time.LocalDate;
import java.util.List;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceLine;
import kontor.contracts.invoice.InvoiceEvent.TaxSum;
import kontor.order.document.RangeName.Kind;

/**
 * An invoice or credit note but for its number and date.
 *
 * @param cause the parcel, or the RMA number of the return
 * @param corrects numbers of invoices; none for an invoice
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
    Money total) {

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
          e.total());
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
          e.total());
    }
    throw new IllegalArgumentException("nothing was issued: " + issued);
  }

  InvoiceEvent issue(String number, LocalDate on) {
    return kind == Kind.INVOICE
        ? new InvoiceIssued(number, order, cause, on, suppliedOn, lines, taxes, rounding, total)
        : new CreditNoteIssued(
            number, order, cause, corrects, on, suppliedOn, lines, taxes, rounding, total);
  }

  String causeKey() {
    return NumberRange.cause(order, cause);
  }
}
