package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationConfirmed;
import kontor.contracts.marketplace.AfterSaleEvent.CancellationRequested;
import kontor.contracts.marketplace.AfterSaleEvent.RefundConfirmed;
import kontor.contracts.marketplace.AfterSaleEvent.ReturnReported;
import kontor.contracts.marketplace.AfterSaleEvent.UnitsCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.FulfilledThere;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderAwaited;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderLapsed;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import kontor.contracts.order.ChangeEvent.LinesCancelled;
import kontor.contracts.order.OrderEvent;
import kontor.contracts.order.OrderEvent.CancelledBy;
import kontor.contracts.order.OrderEvent.LineUnits;
import kontor.contracts.order.OrderEvent.OrderCancelled;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.order.OrderEvent.OrderReturned;
import kontor.contracts.order.OrderEvent.ReturnedLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to a sale at Amazon after it was bought, with the faults of others' connectors. */
class AmazonAfterSaleTest extends RunningConnector {

  private static final String AMAZON = "amazon-de/main/";
  private static final Instant NOW = Instant.EPOCH;

  @AfterEach
  void everyRequestFitsAmazonsDocumentsAndLimits() {
    Map<String, Object> breaches = JsonPath.read(books(), "$.bucketBreaches");
    assertThat(breaches).isEmpty();
    Object violations = JsonPath.read(books(), "$.modelViolations");
    assertThat(violations.toString()).isIn("[]", "{}", "0");
  }

  @Test
  void fault14And15APendingOrderIsAwaitedAndBecomesOneOrderOrLapsesOnce() {
    live("BANK");
    String paid = bought("{'sku':'BANK','quantity':2,'payment':'PENDING'}");
    String ended = bought("{'sku':'BANK','quantity':1,'payment':'PENDING'}");
    await().until(() -> count(paid, MarketplaceOrderAwaited.class) == 1);
    await().until(() -> count(ended, MarketplaceOrderAwaited.class) == 1);
    control("/control/amazon/orders/" + paid + "/pay", "{}");
    control("/control/amazon/orders/" + ended + "/cancel", "{}");

    await().until(() -> count(paid, MarketplaceOrderReceived.class) == 1);
    await().until(() -> count(ended, MarketplaceOrderLapsed.class) == 1);
    assertThat(sales.of(AMAZON + ended)).hasSize(2);
    assertThat(sales.of(AMAZON + paid)).hasSize(2);
  }

  @Test
  void fault16WhatAmazonShipsIsRevenueAndNoOrder() {
    live("LATERNE");
    control("/control/amazon/stock", "{'sku':'LATERNE','quantity':40}");
    String external = bought("{'sku':'LATERNE','quantity':2,'fulfilledBy':'AMAZON'}");

    await().until(() -> count(external, FulfilledThere.class) == 1);
    FulfilledThere sale = sales.of(AMAZON + external, FulfilledThere.class).get(0);
    assertThat(sale.total()).isEqualTo(Money.of("20.00", "EUR"));
    assertThat(sale.tax()).isEqualTo(Money.of("3.19", "EUR"));
    assertThat(sales.of(AMAZON + external)).hasSize(1);
    assertThat(work("ORDER")).doesNotContain(external);
  }

  @Test
  void fault26AWishToCancelIsToldAndIsNoCancellation() {
    live("SESSEL");
    String external = bought("{'sku':'SESSEL','quantity':1}");
    await().until(() -> count(external, MarketplaceOrderReceived.class) == 1);
    control(
        "/control/amazon/orders/" + external + "/cancel",
        "{'state':'REQUESTED','reason':'ordered twice'}");

    await().until(() -> count(external, CancellationRequested.class) == 1);
    assertThat(count(external, MarketplaceOrderCancelled.class)).isZero();
    control("/control/amazon/orders/" + external + "/cancel", "{}");
    await().until(() -> count(external, MarketplaceOrderCancelled.class) == 1);
  }

  @Test
  void fault28UnitsCancelledThereAreToldOnceAndTheRestThatIsCancelledHereIsToldAmazonOnce() {
    live("TEPPICH");
    String external = bought("{'sku':'TEPPICH','quantity':3}");
    await().until(() -> count(external, MarketplaceOrderReceived.class) == 1);
    String item =
        sales
            .of(AMAZON + external, MarketplaceOrderReceived.class)
            .get(0)
            .lines()
            .get(0)
            .externalLineId();
    control(
        "/control/amazon/orders/" + external + "/cancel",
        "{'orderItemId':'" + item + "','quantity':1}");
    await().until(() -> count(external, UnitsCancelled.class) == 1);
    OrderId order = order(external);
    tell(order, lines(order, "marketplace-1", "TEPPICH", 1, CancelledBy.MARKETPLACE));
    OrderCancelled rest = new OrderCancelled(order, "sold out", CancelledBy.MANAGER, NOW);
    tell(order, rest);
    tell(order, rest);

    await().until(() -> count(external, CancellationConfirmed.class) == 1);
    assertThat(shown(external)).contains("\"cancelled\":3", "MERCHANT", "NoInventory");
    assertThat(count(external, UnitsCancelled.class)).isEqualTo(1);
  }

  @Test
  void aPartOfALineAmazonDoesNotCancelAndAPersonLetsItGo() {
    live("HOCKER-3");
    String external = bought("{'sku':'HOCKER-3','quantity':3}");
    await().until(() -> count(external, MarketplaceOrderReceived.class) == 1);
    OrderId order = order(external);
    tell(order, lines(order, "C1", "HOCKER-3", 1, CancelledBy.CUSTOMER));

    await().until(() -> work("CANCELLATION").contains(external));
    assertThat(work("CANCELLATION")).contains("whole lines only");
    TestGateway.post(
        TestGateway.MANAGER,
        url("/api/admin/marketplaces/work/dismiss"),
        "{'id':'" + AMAZON + "CANCELLATION/" + external + " C1'}");
    assertThat(work("CANCELLATION")).doesNotContain(external);
  }

  @Test
  void aReturnIsReportedOnceAndItsRefundPaidOnceThoughAnAnswerIsLost() {
    live("KOMMODE");
    String external = bought("{'sku':'KOMMODE','quantity':2,'shipping':'4.90'}");
    await().until(() -> count(external, MarketplaceOrderReceived.class) == 1);
    OrderId order = order(external);
    ship("KOMMODE", order, "1", 2, "0034");
    await().until(() -> count(external, ShipmentConfirmed.class) == 1);
    control("/control/amazon/orders/" + external + "/return", "{'quantity':1}");
    await().until(() -> count(external, ReturnReported.class) == 1);

    control("/control/amazon/faults", "{'operation':'createFeed','kind':'RESET','times':1}");
    ReturnedLine back = new ReturnedLine(1, new Sku("KOMMODE"), new Quantity(1));
    Money due = Money.of("10.00", "EUR");
    tell(order, new OrderReturned(order, "R.1", List.of(back), due, NOW));
    OrderRefunded refund = new OrderRefunded(order, "marketplace", "R.1", due, NOW);
    tell(order, refund);
    tell(order, refund);
    tell(
        order,
        new OrderRefunded(
            order, "marketplace", "marketplace-500", due, NOW, CancelledBy.MARKETPLACE));

    await().until(() -> count(external, RefundConfirmed.class) == 1);
    List<Object> refunds =
        JsonPath.read(books(), "$.orders[?(@.orderId=='" + external + "')].lines[*].refunds[*]");
    assertThat(refunds).singleElement().asString().contains("10.00", "CustomerReturn");
    assertThat(count(external, ReturnReported.class)).isEqualTo(1);
  }

  private static LinesCancelled lines(
      OrderId order, String name, String sku, int units, CancelledBy by) {
    LineUnits line = new LineUnits(1, new Sku(sku), new Quantity(units));
    Money worth = Money.of("10.00", "EUR").times(units);
    return new LinesCancelled(order, name, List.of(line), worth, by, "", NOW);
  }

  private static void tell(OrderId order, OrderEvent event) {
    neighbours.publish("order", order.value(), event);
  }

  private static OrderId order(String external) {
    return OrderId.ofSale(new ChannelId("amazon-de"), "main", external);
  }

  private static void live(String sku) {
    article(sku, "10.00", 10);
    await().until(() -> last(AMAZON, sku).status() == ListingStatus.LIVE);
  }

  private static int count(String external, Class<?> type) {
    return sales.of(AMAZON + external, type).size();
  }

  private static String bought(String purchase) {
    List<String> ids = JsonPath.read(control("/control/amazon/purchases", purchase), "$..orderId");
    return ids.get(0);
  }

  private String work(String kind) {
    return TestGateway.get(
            TestGateway.MANAGER, url("/api/admin/marketplaces/work?limit=200&kind=" + kind))
        .body();
  }

  private static String shown(String external) {
    return TestGateway.get(
            TestGateway.MANAGER, SANDBOX.baseUri() + "/control/amazon/orders/" + external)
        .body();
  }

  private static String books() {
    return TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + "/control/amazon/ledger")
        .body();
  }
}
