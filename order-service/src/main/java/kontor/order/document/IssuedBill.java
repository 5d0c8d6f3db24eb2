package kontor.order.document;

import java.time.LocalDate;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.order.document.RangeName.Kind;

/** A bill with its number and date. */
public record IssuedBill(String number, LocalDate issuedOn, Bill bill) {

  /** Nothing else may have happened than that it was issued. */
  public static IssuedBill of(InvoiceEvent event) {
    if (event instanceof InvoiceIssued e) {
      return new IssuedBill(e.number(), e.issuedOn(), Bill.of(e));
    }
    if (event instanceof CreditNoteIssued e) {
      return new IssuedBill(e.number(), e.issuedOn(), Bill.of(e));
    }
    throw new IllegalArgumentException("nothing was issued: " + event);
  }

  public boolean isCredit() {
    return bill.kind() == Kind.CREDIT_NOTE;
  }
}
