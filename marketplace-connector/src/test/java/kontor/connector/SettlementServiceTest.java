package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.access.TestGateway;
import kontor.connector.settlement.SettlementState;
import kontor.connector.settlement.Settlements;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.marketplace.MarketplaceOrderEvent.FulfilledThere;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import kontor.contracts.settlement.SettlementEvent;
import kontor.contracts.settlement.SettlementEvent.Movement;
import kontor.contracts.settlement.SettlementEvent.OrderSettled;
import kontor.contracts.settlement.SettlementEvent.PayoutReported;
import kontor.contracts.topic.EventCodec;
import kontor.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Amazon pays out is booked to the cent, and once. */
class SettlementServiceTest extends RunningConnector {

  private static final String AMAZON = "amazon-de/main/";
  private static final String CONTROL = "/control/amazon/";

  @Autowired private EventStore store;
  @Autowired private MongoDatabase database;

  @AfterEach
  void healthy() {
    String faults = SANDBOX.baseUri() + CONTROL + "faults";
    TestGateway.send("DELETE", TestGateway.MANAGER, faults, "", Map.of());
  }

  @Test
  void aSettlementIsBookedToTheCentAndOnceThoughItIsReadTwice() {
    live("SESSEL-5");
    List<String> bought = new ArrayList<>();
    bought.add(buy("{'sku':'SESSEL-5','quantity':1,'shipping':'4.90'}"));
    for (int units = 2; units <= 5; units++) {
      bought.add(buy("{'sku':'SESSEL-5','quantity':" + units + "}"));
    }
    await().until(() -> all(bought, MarketplaceOrderReceived.class));
    for (int i = 0; i < 5; i++) {
      ship("SESSEL-5", order(bought.get(i)), "1", i + 1, "S" + i);
    }
    await().until(() -> all(bought, ShipmentConfirmed.class));
    refundOneUnit(bought.get(1));

    String settlement = settle();

    await().until(() -> settlements.of(AMAZON + settlement, PayoutReported.class).size() == 1);
    List<SettlementEvent> booked = settlements.of(AMAZON + settlement, SettlementEvent.class);
    String paid = paid(settlement);
    assertThat(payout(booked).total()).isEqualTo(Money.of(paid, "EUR"));
    assertThat(sum(booked.stream().flatMap(SettlementServiceTest::movements)))
        .isEqualTo(Money.of(paid, "EUR"));
    assertThat(bought.stream().map(id -> amounts(booked, id)))
        .containsExactly(
            List.of("SALE 10.00", "SHIPPING 4.90", "COMMISSION -2.24"),
            List.of("SALE 20.00", "COMMISSION -3.00", "REFUND -10.00", "REFUNDED_COMMISSION 1.50"),
            List.of("SALE 30.00", "COMMISSION -4.50"),
            List.of("SALE 40.00", "COMMISSION -6.00"),
            List.of("SALE 50.00", "COMMISSION -7.50"));

    long version = version(settlement);
    MongoCollection<Document> read = database.getCollection("settlement-reports");
    long reports = read.countDocuments();
    read.deleteMany(new Document());
    await().until(() -> read.countDocuments() == reports);
    assertThat(version(settlement)).isEqualTo(version);
    managerSees(settlement, paid, bought.get(1));
  }

  private void managerSees(String settlement, String paid, String refunded) {
    String item = "$.items[?(@.payout.settlement=='" + settlement + "')]";
    await().until(() -> !JsonPath.<List<?>>read(seen("settlements"), item).isEmpty());
    String page = seen("settlements?channel=amazon-de&account=main");
    assertThat(JsonPath.<List<String>>read(page, item + ".payout.total.amount"))
        .containsExactly(paid);
    assertThat(JsonPath.<List<List<?>>>read(page, item + ".leftovers")).containsExactly(List.of());
    assertThat(JsonPath.<List<?>>read(seen("settlements?channel=ebay-de"), "$.items")).isEmpty();

    String fees = seen("orders/" + order(refunded) + "/fees");
    assertThat(JsonPath.<String>read(fees, "$.total.amount")).isEqualTo("8.50");
    assertThat(JsonPath.<List<String>>read(fees, "$.movements[*].movement.kind"))
        .containsExactly("SALE", "COMMISSION", "REFUND", "REFUNDED_COMMISSION");
    String unsettled = url("/api/admin/marketplaces/orders/" + order("none") + "/fees");
    assertThat(TestGateway.get(TestGateway.MANAGER, unsettled).statusCode()).isEqualTo(404);
  }

  @Test
  void anOrderThatIsNotKnownIsBookedAndNeedsAPersonUntilItIs() {
    live("SESSEL-5");
    control(CONTROL + "faults", "{'operation':'searchOrders','kind':'UNAVAILABLE','times':100}");
    control(CONTROL + "stock", "{'sku':'SESSEL-5','quantity':4}");
    String external = buy("{'sku':'SESSEL-5','quantity':1,'fulfilledBy':'AMAZON'}");
    control(CONTROL + "orders/" + external + "/ship", "{}");
    String settlement = settle();

    await().until(() -> work().contains(external));
    await()
        .until(
            () ->
                settlements.of(AMAZON + settlement, OrderSettled.class).stream()
                    .anyMatch(of -> of.externalId().equals(external)));
    healthy();
    await().until(() -> all(List.of(external), FulfilledThere.class));
    String id = JsonPath.<List<String>>read(work(), "$.items[*].subject").get(0);
    TestGateway.post(
        TestGateway.MANAGER,
        url("/api/admin/marketplaces/work/retry"),
        "{'id':'" + AMAZON + "SETTLEMENT/" + id + "'}");

    await().until(() -> !work().contains(external));
  }

  private static void refundOneUnit(String external) {
    OrderId order = order(external);
    Money due = Money.of("10.00", "EUR");
    ReturnedLine back = new ReturnedLine(1, new Sku("SESSEL-5"), new Quantity(1));
    neighbours.publish(
        "order", order.value(), new OrderReturned(order, "R.1", List.of(back), due, Instant.EPOCH));
    neighbours.publish(
        "order", order.value(), new OrderRefunded(order, "marketplace", "R.1", due, Instant.EPOCH));
    String paidBack = "$.refunds[?(@.orderId=='" + external + "')]";
    await().until(() -> !JsonPath.<List<?>>read(books(), paidBack).isEmpty());
  }

  /** Returns the settlement's id. */
  private static String settle() {
    assertThat(control(CONTROL + "settlements", "{}")).contains("reportId");
    List<String> ids = JsonPath.read(books(), "$.settlements[*].settlementId");
    return ids.stream().sorted().reduce((before, last) -> last).orElseThrow();
  }

  private static String paid(String settlement) {
    List<String> totals =
        JsonPath.read(
            books(), "$.settlements[?(@.settlementId=='" + settlement + "')].total.amount");
    return totals.get(0);
  }

  private static List<String> amounts(List<SettlementEvent> events, String external) {
    return events.stream()
        .filter(event -> event instanceof OrderSettled of && of.externalId().equals(external))
        .flatMap(SettlementServiceTest::movements)
        .map(one -> one.kind() + " " + one.amount().amount())
        .toList();
  }

  private static PayoutReported payout(List<SettlementEvent> events) {
    return (PayoutReported) events.get(events.size() - 1);
  }

  private static Stream<Movement> movements(SettlementEvent event) {
    return SettlementState.movements(event).stream();
  }

  private static Money sum(Stream<Movement> movements) {
    return movements.map(Movement::amount).reduce(Money::plus).orElseThrow();
  }

  private long version(String settlement) {
    return store
        .<SettlementState, SettlementEvent>aggregates(
            Settlements.TYPE, EventCodec.of(SettlementEvent.class))
        .refresh(AMAZON + settlement)
        .version();
  }

  private static OrderId order(String external) {
    return OrderId.ofSale(new ChannelId("amazon-de"), "main", external);
  }

  private static void live(String sku) {
    article(sku, "10.00", 20);
    await().until(() -> last(AMAZON, sku).status() == ListingStatus.LIVE);
  }

  private static boolean all(List<String> externals, Class<?> event) {
    return externals.stream().allMatch(id -> sales.of(AMAZON + id, event).size() == 1);
  }

  private static String buy(String purchase) {
    List<String> ids = JsonPath.read(control(CONTROL + "purchases", purchase), "$..orderId");
    return ids.get(0);
  }

  private String work() {
    return seen("work?limit=200&kind=SETTLEMENT");
  }

  private String seen(String path) {
    return TestGateway.get(TestGateway.MANAGER, url("/api/admin/marketplaces/" + path)).body();
  }

  private static String books() {
    return TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + CONTROL + "ledger").body();
  }
}
