package kontor.order.document;

/** Makes the files of an invoice or credit note. */
@FunctionalInterface
public interface InvoicePrinter {

  Files print(IssuedBill issued, Dealing dealing);

  /**
   * @param pdf with the e-invoice in it
   * @param xrechnung XML text
   */
  record Files(PdfFile pdf, String xrechnung) {}
}
