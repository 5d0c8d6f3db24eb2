package kontor.order.document.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.contracts.ChannelId;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.order.document.Bills;
import kontor.order.document.Dealing;
import kontor.order.document.InvoicePrinter.Files;
import kontor.order.document.IssuedBill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.validator.ZUGFeRDValidator;

/**
 * Every kind of invoice and credit note is valid: as PDF/A-3, as ZUGFeRD of the profile EN 16931,
 * and as XRechnung by the rules of KoSIT. The validator needs no network.
 */
class InvoiceFilesTest {

  private static final OrderPlaced HOME = Papers.order("DE", "4.90", Papers.TEA, Papers.CUP);

  private final MustangInvoicePrinter printer =
      new MustangInvoicePrinter(new PdfLetterPrinter(), Papers.SELLER);

  /**
   * @param xrechnung whether the buyer has the electronic address that XRechnung asks for
   */
  record Sample(String what, IssuedBill bill, Dealing dealing, boolean xrechnung) {

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Sample> everyKind() {
    OrderPlaced free = Papers.order("DE", "0.00", Papers.TEA);
    OrderPlaced cent =
        Papers.order("DE", "0.00", Papers.line(1, "C", "Knopf", 1, "0.03", "0.00", 1900));
    OrderPlaced export =
        Papers.order("CH", "12.00", Papers.line(1, "C", "Tasse", 3, "9.99", "1.00", 0));
    OrderPlaced austria =
        Papers.order("AT", "9.90", Papers.line(1, "C", "Tasse", 7, "9.99", "0.00", 2000));
    OrderPlaced ebay =
        Papers.order(new ChannelId("ebay"), "12-34567-89012", "DE", "4.90", Papers.CUP);
    return Stream.of(
        sample("19 and 7 percent, discount and shipping", HOME, "test"),
        sample("free shipping", free, "prepayment"),
        sample("on account", HOME, "account"),
        sample("a rounding of a cent", cent, "test"),
        sample("another country of the union", austria, "test"),
        sample("export", export, "test"),
        new Sample(
            "a company",
            Papers.invoice(HOME),
            Papers.dealing(HOME, "account", Optional.of(Papers.contact("DE", "Muster & Söhne KG"))),
            true),
        new Sample(
            "sold by a marketplace",
            Papers.invoice(ebay),
            Papers.dealing(ebay, "marketplace", Optional.empty()),
            false),
        new Sample(
            "credit note for one unit of two",
            Bills.credit(HOME, Papers.TEA, Papers.eur("10.00"), "RK-2026-11-00007", Papers.TODAY),
            Papers.dealing(HOME, "test"),
            true));
  }

  private static Sample sample(String what, OrderPlaced order, String provider) {
    return new Sample(what, Papers.invoice(order), Papers.dealing(order, provider), true);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void theFilesAreValid(Sample sample) {
    Files files = printer.print(sample.bill(), sample.dealing());

    assertValid(files.pdf().bytes(), "invoice.pdf");
    if (sample.xrechnung()) {
      assertValid(files.xrechnung().getBytes(StandardCharsets.UTF_8), "invoice.xml");
    }
  }

  private static void assertValid(byte[] file, String name) {
    ZUGFeRDValidator validator = new ZUGFeRDValidator();
    String report = validator.validate(file, name);
    assertThat(validator.wasCompletelyValid()).as(report).isTrue();
  }

  @Test
  void anInvoiceWhoseSumsDoNotFitIsNotValid() {
    String xml = printer.print(Papers.invoice(HOME), Papers.dealing(HOME, "test")).xrechnung();
    String wrong = xml.replaceFirst("<ram:TaxBasisTotalAmount>\\d+", "<ram:TaxBasisTotalAmount>1");
    ZUGFeRDValidator validator = new ZUGFeRDValidator();

    assertThat(validator.validate(wrong.getBytes(StandardCharsets.UTF_8), "invoice.xml"))
        .contains("BR-CO-13");
    assertThat(validator.wasCompletelyValid()).isFalse();
  }

  @Test
  void theXmlSaysWhatTheEventSays() {
    String xml = printer.print(Papers.invoice(HOME), Papers.dealing(HOME, "test")).xrechnung();

    assertThat(xml)
        .contains("RE-2026-11-00042", "Grüner Tee", "Weiße Tasse &lt;groß&gt; &amp; schön")
        .contains("<ram:DuePayableAmount>0.00</ram:DuePayableAmount>");
  }
}
