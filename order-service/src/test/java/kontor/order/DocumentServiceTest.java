package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.invoice.InvoiceEvent;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import kontor.contracts.topic.Topics;
import kontor.eventstore.TopicReader;
import kontor.local.TestPlatform;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * From the parcel that leaves to the invoice that is kept, and the credit note of what came back.
 */
class DocumentServiceTest extends RunningOrderService {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final TopicReader INVOICES =
      new TopicReader(TestPlatform.bootstrapServers(), Topics.INVOICES);

  @Test
  void aParcelHasOneInvoiceAndAReturnOneCreditNote() {
    OrderId order = confirmed("test", 2);
    manage(order, "ship", "{'carrier':'DHL','trackingNumber':'T1'}");
    String invoice = number(order, 1, 0);
    assertThat(invoice).startsWith("RE-");

    String page = text("/api/admin/documents/" + invoice + "/pdf");
    assertThat(page)
        .contains("Rechnung " + invoice, "Jörg Müßig", "Löwengasse 3", "50676 Köln", "Grüner Tee")
        .contains("Gesamtbetrag", "26,30");
    manage(order, "returns", "{'rma':'R1','lines':[{'line':1,'quantity':1}]}");
    String credit = number(order, 2, 1);
    assertThat(text("/api/admin/documents/" + credit + "/pdf"))
        .contains("Rechnungskorrektur " + credit, invoice, "10,70");
    assertThat(get("/api/admin/documents/" + credit + "/xrechnung").body())
        .contains(">381<", credit, invoice);
    assertThat(issued(order, invoice, InvoiceIssued.class)).hasSize(1);
    assertThat(issued(order, credit, CreditNoteIssued.class))
        .extracting(CreditNoteIssued::total)
        .containsExactly(Money.of("10.70", "EUR"));
  }

  @Test
  void anEventThatIsDeliveredAgainTakesNoOtherNumber() {
    OrderId order = confirmed("account", 1);
    manage(order, "ship", "{'carrier':'DHL'}");
    String first = number(order, 1, 0);
    String kept = get("/api/admin/documents/" + first).body();

    published
        .of(order.value(), ParcelShipped.class)
        .forEach(again -> neighbours.publish("order", order.value(), again));
    OrderId next = confirmed("account", 1);
    manage(next, "ship", "{'carrier':'DHL'}");
    number(next, 1, 0);
    assertThat(issued(order, first, InvoiceIssued.class)).hasSize(1);
    assertThat(get("/api/admin/documents/" + first).body()).isEqualTo(kept);
    assertThat(text("/api/admin/documents/" + first + "/pdf"))
        .contains("Bitte überweisen Sie", "RE-" + read(own(order), "$.number"));
  }

  @Test
  void aVoidedNumberIsExplainedAndTheInvoiceStandsUnderTheNext() {
    OrderId order = confirmed("test", 1);
    manage(order, "ship", "{'carrier':'DHL'}");
    String first = number(order, 1, 0);
    String path = "/api/admin/documents/" + first + "/void";
    assertThat(post(path, "{'reason':' '}").statusCode()).isEqualTo(400);

    String second = read(post(path, "{'reason':'Anschrift alt'}").body(), "$.replacement");
    assertThat(read(post(path, "{'reason':'Anschrift alt'}").body(), "$.replacement"))
        .isEqualTo(second);
    assertThat(number(order, 2, 1)).isEqualTo(second);
    assertThat(documents(order)).contains("\"voided\":\"Anschrift alt\"");
    String ranges = get("/api/admin/invoices/ranges").body();
    assertThat(ranges).contains(first, "Anschrift alt", "\"gaps\":[]");
    assertThat(ranges).doesNotContain("\"gaps\":[\"");
  }

  @Test
  void theConfirmationHasPricesTheDeliveryNoteHasNoneInBothLanguages() {
    OrderId order = confirmed("test", 2);
    manage(order, "parcels", "{'parcel':'A','lines':[{'line':1,'quantity':1}]}");
    String path = "/api/admin/orders/" + order + "/documents";

    assertThat(text(path + "/confirmation"))
        .contains("Auftragsbestätigung", "Grüner Tee", "26,30", "Versand");
    assertThat(text(path + "/confirmation?language=en")).contains("Order confirmation", "26.30");
    assertThat(text(path + "/delivery-notes/A")).contains("Lieferschein", "Grüner Tee", "Jörg");
    assertThat(text(path + "/delivery-notes/A?language=en"))
        .contains("Delivery note")
        .doesNotContain("10.70", "10,70", "€");
    assertThat(get(path + "/delivery-notes/B").statusCode()).isEqualTo(404);
    assertThat(get(path + "/confirmation?language=fr").body()).contains("language");
  }

  @Test
  void whatIsNotThereIsNotFoundAndWhatIsNotTakenIsNotPrinted() {
    OrderId open = placed("test", 1);
    assertThat(get("/api/admin/documents/RE-2026-01-99999").statusCode()).isEqualTo(404);
    assertThat(get("/api/admin/documents/no-number/pdf").statusCode()).isEqualTo(404);
    assertThat(get("/api/admin/orders/" + open + "/documents/confirmation").statusCode())
        .isEqualTo(409);
    assertThat(documents(open)).contains("\"issued\":[]");
    assertThat(get("/api/admin/invoices/ranges?year=1").statusCode()).isEqualTo(400);
  }

  /** Waits until the order has so many documents, and gives the number of one of them. */
  private String number(OrderId order, int count, int place) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        JsonPath.<List<String>>read(documents(order), "$.issued[*].document.cause"))
                    .hasSize(count));
    return read(documents(order), "$.issued[" + place + "].document.number");
  }

  /** What was published of the order in the range of this number. */
  private static <E extends InvoiceEvent> List<E> issued(
      OrderId order, String number, Class<E> kind) {
    return INVOICES.of(number.substring(0, "RE-2026-11".length()), kind).stream()
        .filter(event -> event.order().equals(order))
        .toList();
  }

  private OrderId placed(String method, int units) {
    String request = "{'email':'joerg@example.org','method':'" + method + "'," + ADDRESS + "}";
    return order(checkOut(cart(units), UUID.randomUUID().toString(), request));
  }

  private OrderId confirmed(String method, int units) {
    OrderId order = placed(method, units);
    grant(order);
    await().until(() -> status(order).equals("CONFIRMED"));
    return order;
  }

  private String documents(OrderId order) {
    return get("/api/admin/orders/" + order + "/documents").body();
  }

  private HttpResponse<String> get(String path) {
    return TestGateway.get(TestGateway.MANAGER, url(path));
  }

  private HttpResponse<String> post(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, url(path), body);
  }

  private String text(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .header("Authorization", "Bearer " + TestGateway.token(TestGateway.MANAGER))
            .build();
    try {
      HttpResponse<byte[]> pdf = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
      try (PDDocument document = Loader.loadPDF(pdf.body())) {
        return new PDFTextStripper().getText(document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
