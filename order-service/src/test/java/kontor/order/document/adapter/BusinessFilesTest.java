package kontor.order.document.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.TaxTreatment;
import kontor.contracts.invoice.InvoiceEvent.InvoiceLine;
import kontor.contracts.invoice.InvoiceEvent.TaxSum;
import kontor.contracts.order.NetPrice;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.ShippingChoice;
import kontor.order.contact.Contact;
import kontor.order.contact.ContactDetails;
import kontor.order.contact.ContactDetails.BusinessDetails;
import kontor.order.contact.PostalAddress;
import kontor.order.document.Dealing;
import kontor.order.document.InvoicePrinter.Files;
import kontor.order.document.IssuedBill;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Invoices to businesses: net prices, sales free of VAT, and what they want to read there. */
class BusinessFilesTest {

  private static final ShippingChoice EXPRESS =
      new ShippingChoice("express", "Expressversand für Eilige", "Express shipping");
  private static final PostalAddress BILLING =
      new PostalAddress(
          "Käthe Groß",
          null,
          "Ringstraße 8",
          "3. Stock",
          "1010",
          "Wien",
          null,
          new CountryCode("AT"));

  private final MustangInvoicePrinter printer =
      new MustangInvoicePrinter(new PdfLetterPrinter(), Papers.SELLER);

  /** A sale to print. */
  record Sample(OrderPlaced order, Contact contact) {

    IssuedBill bill() {
      return Papers.invoice(order);
    }

    Dealing dealing() {
      return Papers.dealing(order, "account", Optional.of(contact));
    }

    @Override
    public String toString() {
      return order.treatment() + " to " + order.country();
    }
  }

  static Stream<Sample> everyTreatment() {
    return Stream.of(
        new Sample(home(), contact("DE", "DE136695976")),
        new Sample(
            order("AT", TaxTreatment.INTRA_COMMUNITY, net(1, 3, "8.39", 0)),
            contact("AT", "ATU13585627")),
        new Sample(order("CH", TaxTreatment.EXPORT, net(1, 3, "8.39", 0)), contact("CH", null)),
        new Sample(order("DE", TaxTreatment.STANDARD, net(1, 1, "5.00", 0)), contact("DE", null)));
  }

  @ParameterizedTest
  @MethodSource("everyTreatment")
  void theFilesAreValid(Sample sample) {
    Files files = printer.print(sample.bill(), sample.dealing());

    assertValid(files.pdf().bytes(), "invoice.pdf");
    assertValid(files.xrechnung().getBytes(StandardCharsets.UTF_8), "invoice.xml");
  }

  @Test
  void anInvoiceOfNetPricesShowsThemToTheCent() throws IOException {
    IssuedBill bill = Papers.invoice(home());

    assertThat(bill.bill().lines())
        .extracting(InvoiceLine::net)
        .containsExactly(eur("25.17"), eur("10.00"), eur("0.56"), eur("1.42"));
    assertThat(bill.bill().lines().get(0).netUnitPrice()).isEqualTo(eur("8.39"));
    assertThat(bill.bill().taxes())
        .containsExactly(
            new TaxSum(700, eur("10.56"), eur("0.74")),
            new TaxSum(1900, eur("26.59"), eur("5.05")));
    assertThat(bill.bill().rounding()).isEqualTo(eur("0.00"));
    String page = text(printer.print(bill, dealing(home(), "DE136695976")));
    assertThat(page)
        .contains("8,39", "25,17", "Kaffee & Söhne KG", "4500012345", "DE136695976")
        .contains("Expressversand für Eilige", "Ringstraße 8", "3. Stock")
        .doesNotContain("9,99", "29,95", "Löwengasse");
  }

  @Test
  void aSupplyWithinTheUnionNamesBothVatIdsItsReasonAndWhereTheGoodsWent() throws IOException {
    OrderPlaced order = order("AT", TaxTreatment.INTRA_COMMUNITY, net(1, 3, "8.39", 0));
    Files files = printer.print(Papers.invoice(order), dealing(order, "ATU13585627"));

    assertThat(files.xrechnung())
        .contains("<ram:CategoryCode>K</ram:CategoryCode>")
        .contains("ATU13585627", "DE136695976", "§ 6a UStG")
        .contains("<ram:IssuerAssignedID>4500012345</ram:IssuerAssignedID>")
        .contains("<ram:BuyerReference>4500012345</ram:BuyerReference>");
    assertThat(files.xrechnung().replaceAll("\\s+", ""))
        .contains("<ram:ShipToTradeParty><ram:Name>JörgMüßig");
    assertThat(text(files))
        .contains("innergemeinschaftliche Lieferung", "ATU13585627", "DE136695976");
  }

  @Test
  void anArticleWithoutVatAtHomeIsNoExport() throws IOException {
    OrderPlaced order = order("DE", TaxTreatment.STANDARD, net(1, 1, "5.00", 0));
    Files files = printer.print(Papers.invoice(order), dealing(order, "DE136695976"));

    assertThat(files.xrechnung()).contains("<ram:CategoryCode>Z</ram:CategoryCode>");
    assertThat(text(files)).doesNotContain("Ausfuhr");
  }

  private static OrderPlaced home() {
    return order("DE", TaxTreatment.STANDARD, net(1, 3, "8.39", 1900), net(2, 2, "5.00", 700));
  }

  /** Sent by express. */
  private static OrderPlaced order(String country, TaxTreatment treatment, OrderLine... lines) {
    OrderPlaced plain = Papers.order(country, lines.length > 1 ? "2.29" : "1.98", lines);
    OrderTotals totals = plain.totals();
    return new OrderPlaced(
        plain.order(),
        plain.number(),
        plain.channel(),
        null,
        null,
        plain.customer(),
        plain.country(),
        plain.lines(),
        totals,
        false,
        plain.placedAt(),
        EXPRESS,
        treatment,
        null);
  }

  private static OrderLine net(int line, int units, String price, int rate) {
    Money unit = eur(price);
    Money total = unit.times(units);
    Money tax = Money.ofMinor(Math.round(total.minor() * rate / 10_000.0), "EUR");
    Money gross = total.plus(tax);
    Money shown = Money.ofMinor((gross.minor() + units - 1) / units, "EUR");
    return new OrderLine(
        line,
        null,
        new Sku("TASSE-" + line),
        "Weiße Tasse",
        new Quantity(units),
        shown,
        shown.times(units).minus(gross),
        gross,
        rate,
        tax,
        new NetPrice(unit, eur("0.00"), total));
  }

  private static Contact contact(String country, @Nullable String vatId) {
    Contact plain = Papers.contact(country, null);
    return new Contact(
        plain.email(),
        plain.name(),
        plain.company(),
        plain.street(),
        plain.postalCode(),
        plain.city(),
        plain.country(),
        plain.method(),
        new ContactDetails(
            null,
            null,
            null,
            null,
            null,
            BILLING,
            new BusinessDetails("Kaffee & Söhne KG", vatId, "4500012345")));
  }

  private static Dealing dealing(OrderPlaced order, String vatId) {
    return Papers.dealing(order, "account", Optional.of(contact(order.country().value(), vatId)));
  }

  private static String text(Files files) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(files.pdf().bytes())) {
      return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
    }
  }

  private static Money eur(String amount) {
    return Papers.eur(amount);
  }

  private static void assertValid(byte[] file, String name) {
    ZUGFeRDValidator validator = new ZUGFeRDValidator();
    String report = validator.validate(file, name);
    assertThat(validator.wasCompletelyValid()).as(report).isTrue();
  }
}
