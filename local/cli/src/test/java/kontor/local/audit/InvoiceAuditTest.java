package kontor.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.CustomerId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.invoice.InvoiceEvent.CreditNoteIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceIssued;
import kontor.contracts.invoice.InvoiceEvent.InvoiceNumberVoided;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderLine;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.OrderTotals;
import kontor.contracts.order.OrderEvent.PaymentAuthorised;
import kontor.contracts.order.ParcelEvent.ParcelShipped;
import org.junit.jupiter.api.Test;

/** Every way in which invoices can be wrong is found. */
class InvoiceAuditTest {

  private static final OrderId ORDER = new OrderId("00000000-0000-0000-0000-000000000001");
  private static final Sku SKU = new Sku("TEE");
  private static final Instant NOW = Instant.EPOCH;
  private static final LocalDate DAY = LocalDate.EPOCH;
  private static final String RE = "RE-1970-01";
  private static final String RK = "RK-1970-01";

  private final List<Object> order = new ArrayList<>();
  private final List<Object> invoices = new ArrayList<>();
  private final List<Object> credits = new ArrayList<>();

  @Test
  void whatFitsIsRight() {
    sold("test", "10.00");
    invoices.add(invoice(1, "10.00"));
    order.add(new OrderReturned(ORDER, "R1", List.of(), eur("4.00"), NOW));
    order.add(new OrderRefunded(ORDER, "test", "R1", eur("4.00"), NOW));
    credits.add(credit(1, "4.00"));

    assertThat(wrong()).isEmpty();
  }

  @Test
  void aGapAndADoubleAreFound() {
    sold("test", "10.00");
    invoices.add(invoice(2, "10.00"));
    assertThat(wrong()).singleElement().asString().contains("RE-1970-01-00001 was due");

    invoices.set(0, invoice(1, "5.00"));
    invoices.add(invoice(1, "5.00"));
    assertThat(wrong()).anyMatch(reason -> reason.contains("RE-1970-01-00002 was due"));
  }

  @Test
  void aVoidedNumberIsNoGapAndCountsForNothing() {
    sold("test", "10.00");
    invoices.add(invoice(1, "10.00"));
    invoices.add(new InvoiceNumberVoided(RE + "-00001", ORDER, "misprint", NOW));
    invoices.add(invoice(2, "10.00"));
    assertThat(wrong()).isEmpty();

    invoices.add(new InvoiceNumberVoided(RE + "-00007", ORDER, "misprint", NOW));
    assertThat(wrong()).singleElement().asString().contains("was not issued");
  }

  @Test
  void twoBillsOfAParcelAndABillOfNoneAreFound() {
    sold("test", "20.00");
    invoices.add(invoice(1, "10.00"));
    invoices.add(invoice(2, "10.00"));
    assertThat(wrong()).singleElement().asString().contains("2 bills of parcel A");

    order.removeIf(ParcelShipped.class::isInstance);
    assertThat(wrong()).anyMatch(reason -> reason.contains("which there is not"));
  }

  @Test
  void moneyThatWasNotBilledIsFound() {
    sold("test", "12.00");
    invoices.add(invoice(1, "10.00"));
    assertThat(wrong()).singleElement().asString().contains("billed 1000, paid 1200");
  }

  @Test
  void whoPaysAfterwardsMayOweAndWhoPaysFirstMayWait() {
    sold("account", "3.00");
    invoices.add(invoice(1, "10.00"));
    assertThat(wrong()).isEmpty();

    order.clear();
    sold("prepayment", "13.00");
    assertThat(wrong()).isEmpty();
  }

  @Test
  void aParcelWithoutABillIsFoundUnlessItsOrderIsOlderThanAllBills() {
    invoices.add(invoice(1, "10.00"));
    Map<String, List<Object>> orders =
        Map.of(
            "1",
            List.of(placed(NOW), onAccount(), shipped()),
            "2",
            List.of(placed(Instant.MIN), shipped()));
    assertThat(new InvoiceAudit(Map.of(RE, invoices), orders).findings().get(1).violations())
        .containsExactly("order 1: no bill of parcel A");
  }

  private static OrderPlaced placed(Instant at) {
    Money price = eur("10.00");
    OrderLine line =
        new OrderLine(
            1, null, SKU, "Tee", new Quantity(1), price, eur("0.00"), price, 700, eur("0.65"));
    return new OrderPlaced(
        ORDER,
        "1000",
        ChannelId.SHOP,
        null,
        null,
        new CustomerId("c"),
        CountryCode.GERMANY,
        List.of(line),
        new OrderTotals(price, eur("0.00"), eur("0.00"), eur("0.65"), price),
        false,
        at);
  }

  private static PaymentAuthorised onAccount() {
    return new PaymentAuthorised(ORDER, "account", "p", eur("10.00"));
  }

  private static ParcelShipped shipped() {
    List<LineUnits> units = List.of(new LineUnits(1, SKU, new Quantity(1)));
    return new ParcelShipped(ORDER, "A", units, "DHL", null, NOW);
  }

  private void sold(String provider, String paid) {
    order.add(new PaymentAuthorised(ORDER, provider, "p", eur("10.00")));
    order.add(new ParcelShipped(ORDER, "A", List.of(), "DHL", null, NOW));
    order.add(new OrderPaid(ORDER, provider, "p", "parcel-A", eur(paid), NOW));
  }

  private static InvoiceIssued invoice(int place, String total) {
    return new InvoiceIssued(
        "%s-%05d".formatted(RE, place),
        ORDER,
        "A",
        DAY,
        DAY,
        List.of(),
        List.of(),
        eur("0.00"),
        eur(total));
  }

  private static CreditNoteIssued credit(int place, String total) {
    return new CreditNoteIssued(
        "%s-%05d".formatted(RK, place),
        ORDER,
        "R1",
        List.of(),
        DAY,
        DAY,
        List.of(),
        List.of(),
        eur("0.00"),
        eur(total));
  }

  private List<String> wrong() {
    return new InvoiceAudit(Map.of(RE, invoices, RK, credits), Map.of(ORDER.value(), order))
        .findings().stream().flatMap(finding -> finding.violations().stream()).toList();
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
