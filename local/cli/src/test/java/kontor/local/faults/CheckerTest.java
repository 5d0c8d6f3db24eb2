package kontor.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.audit.Finding;
import kontor.local.faults.Entry.Outcome;
import kontor.local.faults.Observed.OrderFacts;
import kontor.local.faults.Observed.StockFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A history that was kept passes; each way of breaking it is found by the rule that names it. */
class CheckerTest {

  private static final Map<String, Integer> UNITS = Map.of("A", 2);

  private final List<Entry> history = new ArrayList<>();
  private final Map<String, OrderFacts> orders = new TreeMap<>();
  private final Map<String, StockFacts> stock = new TreeMap<>();
  private final Map<String, String> prices = new TreeMap<>();
  private final Map<String, String> imports = new TreeMap<>();

  /** 10 received, one order of 2 shipped, one unit back. */
  @BeforeEach
  void aCampaignThatWentWell() {
    request("receipt", Outcome.OK, Map.of("reference", "r", "sku", "A", "delta", 10), Map.of());
    checkout("k-1", Outcome.OK, "o-1");
    change("ship", "s-1", Outcome.OK);
    change("returns", "b-1", Outcome.OK);
    orders.put("o-1", order("RETURNED", List.of("s-1"), List.of(), List.of("b-1"), 1));
    stock.put("A", new StockFacts(9, 9, List.of("receipt/r/1"), 2, 1));
  }

  @Test
  void whatWasAnsweredIsThere() {
    assertThat(violated()).isEmpty();
  }

  @Test
  void aLostOrderIsFound() {
    checkout("k-2", Outcome.OK, "o-2");
    assertThat(violated()).containsExactly("every accepted checkout is an order of its lines");
  }

  @Test
  void aSecondOrderOfTheSameKeyIsFound() {
    checkout("k-1", Outcome.OK, "o-2");
    orders.put("o-2", placed("CONFIRMED"));
    assertThat(violated()).contains("a key gives one order, however often it is sent");
  }

  @Test
  void anOrderThatWasRefusedIsFoundAndOneThatIsUnknownMayBe() {
    checkout("k-2", Outcome.UNKNOWN, "");
    orders.put("o-2", placed("CONFIRMED"));
    assertThat(violated()).isEmpty();
    checkout("k-3", Outcome.REFUSED, "");
    orders.put("o-3", placed("CONFIRMED"));
    assertThat(violated()).containsExactly("what was refused, or never asked for, is no order");
  }

  @Test
  void anOrderThatNeverEndsIsFound() {
    checkout("k-2", Outcome.OK, "o-2");
    orders.put("o-2", placed("PLACED"));
    assertThat(violated()).containsExactly("every order is final");
  }

  @Test
  void aPurchaseThatIsMissingIsFound() {
    request("ebay-purchase", Outcome.OK, Map.of(), Map.of("external", "20-1"));
    assertThat(violated()).containsExactly("every purchase on eBay is one order");
  }

  @Test
  void aCancellationThatWasForgottenIsFound() {
    change("cancel", "c-1", Outcome.OK);
    assertThat(violated()).containsExactly("every answered cancellation is in its order once");
  }

  @Test
  void aReturnThatWasAnsweredAndNotBookedIsFound() {
    change("returns", "b-2", Outcome.OK);
    assertThat(violated()).containsExactly("every answered return is in its order once");
  }

  @Test
  void aReturnThatWasRefusedAndBookedIsFound() {
    change("returns", "b-2", Outcome.REFUSED);
    orders.put("o-1", order("RETURNED", List.of("s-1"), List.of(), List.of("b-1", "b-2"), 1));
    assertThat(violated()).contains("no refused return has an effect");
  }

  @Test
  void aReplacementOfNothingIsFound() {
    orders.put("o-2", replacing("REJECTED", "b-1", List.of("ended")));
    assertThat(violated()).isEmpty();
    orders.put("o-3", replacing("REJECTED", "b-9", List.of("ended")));
    assertThat(violated()).containsExactly("what was refused, or never asked for, is no order");
  }

  @Test
  void aCreditThatIsKeptFromARejectedReplacementIsFound() {
    orders.put("o-2", replacing("CONFIRMED", "b-1", List.of()));
    assertThat(violated()).isEmpty();
    orders.put("o-2", replacing("REJECTED", "b-1", List.of()));
    assertThat(violated()).containsExactly("every return is refunded or exchanged once");
  }

  @Test
  void shippedAndCancelledIsFound() {
    change("cancel", "c-1", Outcome.UNKNOWN);
    orders.put("o-1", order("RETURNED", List.of("s-1"), List.of("c-1"), List.of("b-1"), 1));
    assertThat(violated())
        .containsExactly("no order is shipped twice, nor cancelled twice, nor both");
  }

  @Test
  void aPaymentTakenTwiceIsFound() {
    orders.put("o-1", order("RETURNED", List.of("s-1"), List.of(), List.of("b-1"), 2));
    assertThat(violated())
        .containsExactly("every order is paid once when it is shipped, else never");
  }

  @Test
  void aBookingWithDoubleEffectIsFound() {
    stock.put("A", new StockFacts(19, 19, List.of("receipt/r/1", "receipt/r/1"), 2, 1));
    assertThat(violated())
        .containsExactly(
            "every answered booking is in the ledger once",
            "no refused booking is in the ledger, no other more than once",
            "receipts + adjustments - shipped + returned = on hand");
  }

  @Test
  void anUnknownBookingCountsAsTheLedgerSays() {
    Map<String, Object> found = Map.of("reference", "a", "sku", "A", "delta", 3);
    request("adjustment", Outcome.UNKNOWN, found, Map.of());
    assertThat(violated()).isEmpty();
    stock.put("A", new StockFacts(12, 12, List.of("receipt/r/1", "adjustment/a"), 2, 1));
    assertThat(violated()).isEmpty();
  }

  @Test
  void aUnitThatIsMissingIsFound() {
    stock.put("A", new StockFacts(8, 8, List.of("receipt/r/1"), 2, 1));
    assertThat(violated()).containsExactly("receipts + adjustments - shipped + returned = on hand");
  }

  @Test
  void aUnitPromisedTwiceIsFound() {
    stock.put("A", new StockFacts(9, -1, List.of("receipt/r/1"), 2, 1));
    assertThat(violated())
        .containsExactly("nothing is promised that is not there, where no marketplace sells");
  }

  @Test
  void aPriceThatWentBackIsFound() {
    request("price", Outcome.OK, Map.of("sku", "A", "amount", "7.00"), Map.of());
    request("price", Outcome.OK, Map.of("sku", "A", "amount", "8.00"), Map.of());
    prices.put("A", "7.00");
    assertThat(violated())
        .containsExactly("the price is the last that was answered, or one without an answer");
  }

  @Test
  void anImportThatNeverEndsIsFound() {
    request("import", Outcome.OK, Map.of("file", "f", "rows", 5), Map.of("import", "i-1"));
    imports.put("i-1", "RUNNING 3");
    assertThat(violated())
        .containsExactly("every accepted import is done, or says that it was interrupted");
  }

  @Test
  void anInternalErrorIsFound() {
    history.add(new Entry(0, "guest", "cart", Map.of(), 0, 1, Outcome.UNKNOWN, 500, Map.of()));
    assertThat(Checker.noInternalErrors(history).violations()).hasSize(1);
  }

  private List<String> violated() {
    Observed observed = new Observed(orders, stock, prices, imports);
    return Checker.check(history, observed, List.of("on eBay")).stream()
        .filter(finding -> !finding.violations().isEmpty())
        .map(Finding::invariant)
        .toList();
  }

  private void checkout(String key, Outcome outcome, String order) {
    Map<String, String> answer = order.isEmpty() ? Map.of() : Map.of("order", order);
    request("checkout", outcome, Map.of("key", key, "units", UNITS), answer);
  }

  private void change(String operation, String attempt, Outcome outcome) {
    request(operation, outcome, Map.of("order", "o-1", "attempt", attempt), Map.of());
  }

  private void request(
      String operation,
      Outcome outcome,
      Map<String, Object> arguments,
      Map<String, String> answer) {
    history.add(
        new Entry(history.size(), "somebody", operation, arguments, 0, 1, outcome, 200, answer));
  }

  private static OrderFacts placed(String status) {
    return new OrderFacts(
        "shop", "", status, UNITS, List.of(), List.of(), List.of(), List.of(), List.of(), "", 0, 0);
  }

  /** As {@code o-1} for what came back, or of a return that nobody made. */
  private static OrderFacts replacing(String status, String rma, List<String> refunds) {
    return new OrderFacts(
        "shop",
        "",
        status,
        UNITS,
        List.of(),
        List.of(),
        List.of(),
        refunds,
        List.of(),
        "o-1/" + rma,
        0,
        0);
  }

  private static OrderFacts order(
      String status,
      List<String> shipments,
      List<String> cancellations,
      List<String> returns,
      int payments) {
    return new OrderFacts(
        "shop",
        "",
        status,
        UNITS,
        shipments,
        cancellations,
        returns,
        returns,
        List.of(),
        "",
        payments,
        0);
  }
}
