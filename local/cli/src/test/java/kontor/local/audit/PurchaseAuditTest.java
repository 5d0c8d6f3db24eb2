package kontor.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.audit.Finding;
import kontor.contracts.ExchangeRate;
import kontor.contracts.LocationId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.PurchaseOrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.SupplierId;
import kontor.contracts.UnitCost;
import kontor.contracts.purchasing.PurchaseOrderEvent.GoodsReceived;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseLine;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderDrafted;
import kontor.contracts.purchasing.PurchaseOrderEvent.PurchaseOrderSent;
import kontor.contracts.purchasing.PurchaseOrderEvent.ReceivedGoods;
import kontor.contracts.stock.GoodsCost;
import kontor.contracts.stock.StockEvent.StockPicked;
import kontor.contracts.stock.StockEvent.StockReceived;
import kontor.contracts.stock.SupplyEvent.StockExpected;
import kontor.eventstore.StreamId;
import org.junit.jupiter.api.Test;

/** Right books of purchases and costs are found right, wrong ones are found. */
class PurchaseAuditTest {

  private static final PurchaseOrderId ORDER = new PurchaseOrderId("PO-1");
  private static final Sku TEA = new Sku("TEA");
  private static final LocalDate DAY = LocalDate.EPOCH;

  private final Map<StreamId, List<Streams.Entry>> entries = new HashMap<>();

  @Test
  void goodsThatAreBookedOnceAndTheRestExpectedAreRight() {
    orderOfTen();
    stock(received("purchase/PO-1/r1/1", 4, 400));
    stock(expected(6));
    assertThat(violations()).isEmpty();
  }

  @Test
  void goodsThatAreMissingOrBookedTwiceOrAtAnotherCostAreFound() {
    orderOfTen();
    stock(expected(6));
    assertThat(violations()).hasSize(1).first().asString().contains("the stock null");
    stock(received("purchase/PO-1/r1/1", 4, 399));
    assertThat(violations()).hasSize(1).first().asString().contains("for 400", "for 399");
    stock(received("purchase/PO-1/r1/1", 4, 399));
    assertThat(violations()).hasSize(1);
  }

  @Test
  void whatIsExpectedAndNotOpenIsFound() {
    orderOfTen();
    stock(received("purchase/PO-1/r1/1", 4, 400));
    stock(expected(7));
    assertThat(violations()).hasSize(1).first().asString().contains("6", "7");
  }

  @Test
  void lotsThatAreNotWhatIsOnHandAndCentsThatAreMissingAreFound() {
    stock(received("r", 10, 1_000));
    OrderId order = new OrderId("00000000-0000-0000-0000-000000000001");
    stock(
        new StockPicked(
            TEA, order, LocationId.MAIN, new Quantity(1), null, GoodsCost.ofCents(100, 0)));
    assertThat(costs(9, 9, 900)).isEmpty();
    assertThat(costs(9, 8, 900)).hasSize(1);
    assertThat(costs(9, 9, 899)).hasSize(1);
    assertThat(costs(-1, 0, 900)).isEmpty();
  }

  private List<String> costs(int onHand, int lots, long cents) {
    CostAudit.Shown shown =
        new CostAudit.Shown(Map.of("main", onHand), Map.of("main", lots), cents);
    return all(new CostAudit(streams().of("stock"), sku -> shown).findings());
  }

  private List<String> violations() {
    return all(new PurchaseAudit(streams()).findings());
  }

  private static List<String> all(List<Finding> findings) {
    return findings.stream().flatMap(finding -> finding.violations().stream()).toList();
  }

  private Streams streams() {
    return new Streams(entries, List.of());
  }

  private void orderOfTen() {
    PurchaseLine line =
        new PurchaseLine(1, TEA, LocationId.MAIN, new Quantity(10), UnitCost.of("1.00"), null);
    String stream = "purchase-order/PO-1";
    add(
        stream,
        new PurchaseOrderDrafted(
            ORDER, new SupplierId("s"), "EUR", List.of(line), List.of(), null, 0));
    add(stream, new PurchaseOrderSent(ORDER, ExchangeRate.EURO, DAY, null, Instant.EPOCH));
    ReceivedGoods goods =
        new ReceivedGoods(1, TEA, LocationId.MAIN, new Quantity(4), Money.of("4.00", "EUR"));
    add(
        stream,
        new GoodsReceived(ORDER, "r1", List.of(goods), ExchangeRate.EURO, DAY, Instant.EPOCH));
  }

  private static StockReceived received(String reference, int units, long cents) {
    return new StockReceived(
        TEA, LocationId.MAIN, new Quantity(units), reference, GoodsCost.ofCents(cents, 0), null);
  }

  private static StockExpected expected(int units) {
    return new StockExpected(TEA, LocationId.MAIN, "PO-1/1", new Quantity(units), null, 3);
  }

  private void stock(Record event) {
    add("stock/" + TEA, event);
  }

  private void add(String stream, Object event) {
    StreamId id = StreamId.parse(stream);
    List<Streams.Entry> events = entries.computeIfAbsent(id, s -> new ArrayList<>());
    events.add(new Streams.Entry(id, events.size() + 1, "", event));
  }
}
