package kontor.order.document.adapter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import kontor.order.document.Dealing;
import kontor.order.document.InvoiceLetter;
import kontor.order.document.InvoicePrinter;
import kontor.order.document.IssuedBill;
import kontor.order.document.Letter;
import kontor.order.document.LetterPrinter;
import kontor.order.document.PdfFile;
import kontor.order.document.Seller;
import org.mustangproject.Invoice;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.TransactionCalculator;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;
import org.springframework.stereotype.Component;

/** Invoices as ZUGFeRD (profile EN 16931, for people and programs) and as XRechnung. */
@Component
class MustangInvoicePrinter implements InvoicePrinter {

  private static final int VERSION = 2;

  private final LetterPrinter letters;
  private final Seller seller;

  MustangInvoicePrinter(LetterPrinter letters, Seller seller) {
    this.letters = letters;
    this.seller = seller;
  }

  @Override
  public Files print(IssuedBill issued, Dealing dealing) {
    Letter letter = InvoiceLetter.of(issued, dealing, seller);
    Invoice invoice = ElectronicInvoice.of(issued, dealing, seller);
    invoice.setPaymentTermDescription(letter.remarks().get(0));
    check(issued, invoice);
    return new Files(zugferd(letters.print(letter), invoice), xrechnung(invoice));
  }

  private static PdfFile zugferd(PdfFile page, Invoice invoice) {
    try (ZUGFeRDExporterFromA3 exporter = new ZUGFeRDExporterFromA3();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
      exporter
          .setProducer("Kontor")
          .setCreator("Kontor")
          .setZUGFeRDVersion(VERSION)
          .setProfile(Profiles.getByName("EN16931"))
          .load(page.bytes());
      exporter.setTransaction(invoice);
      exporter.export(pdf);
      return new PdfFile(pdf.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + invoice.getNumber(), e);
    }
  }

  private static String xrechnung(Invoice invoice) {
    ZUGFeRD2PullProvider xml = new ZUGFeRD2PullProvider();
    xml.setProfile(Profiles.getByName("XRechnung"));
    xml.generateXML(invoice);
    return new String(xml.getXML(), StandardCharsets.UTF_8);
  }

  /** The e-invoice says what the event says, or there is none. */
  private static void check(IssuedBill issued, Invoice invoice) {
    TransactionCalculator sums = new TransactionCalculator(invoice);
    BigDecimal gross = ElectronicInvoice.decimal(issued.bill().total());
    BigDecimal expected = gross.subtract(ElectronicInvoice.decimal(issued.bill().rounding()));
    BigDecimal tax = sums.getGrandTotal().subtract(sums.getTaxBasis());
    if (sums.getGrandTotal().compareTo(expected) != 0
        || tax.compareTo(ElectronicInvoice.tax(issued)) != 0) {
      throw new IllegalStateException(
          issued.number() + ": " + sums.getGrandTotal() + " instead of " + expected);
    }
  }
}
