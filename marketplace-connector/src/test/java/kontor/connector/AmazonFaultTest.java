package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import kontor.access.TestGateway;
import kontor.connector.channel.Account;
import kontor.connector.channel.ChannelException;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.sale.BuyerNames;
import kontor.connector.sale.Buyers;
import kontor.connector.sale.OrderImport;
import kontor.connector.sale.SaleBooks;
import kontor.connector.sale.SaleDecider;
import kontor.connector.sale.Sales;
import kontor.connector.work.AccountWork;
import kontor.connector.work.AccountWorkers;
import kontor.connector.worklist.WorkList;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.listing.ListingEvent.ListingChanged;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Faults of others' connectors, by their number in the catalogue of public faults. */
class AmazonFaultTest extends RunningConnector {

  private static final String AMAZON = "amazon-de/main/";
  private static final String FAULTS = "/control/amazon/faults";

  @Autowired private AccountWorkers workers;
  @Autowired private Sales takenOver;
  @Autowired private SaleBooks books;
  @Autowired private Buyers buyers;
  @Autowired private WorkList workList;

  @AfterEach
  void noBucketIsOverdrawn() {
    Map<String, Object> breaches = JsonPath.read(books(), "$.bucketBreaches");
    assertThat(breaches).isEmpty();
  }

  @Test
  void fault1AllPagesAreReadAndEachOrderOnce() {
    live("KLEINES");
    stock("KLEINES", 500);
    await().until(() -> offers("KLEINES", 500));
    List<String> bought = buy("{'sku':'KLEINES','quantity':1,'count':250}");
    assertThat(bought).hasSize(250).doesNotHaveDuplicates();

    await().until(() -> bought.stream().allMatch(id -> imported(id) == 1));
  }

  @Test
  void fault2APageThatComesTwiceAndATokenThatLeadsNowhereLoseAndDoubleNothing() {
    live("BUCH");
    stock("BUCH", 500);
    await().until(() -> offers("BUCH", 500));
    control(FAULTS, "{'operation':'searchOrders','kind':'REPEAT_PAGE','times':1}");
    control(FAULTS, "{'operation':'searchOrders','kind':'REPEAT_TOKEN','times':1}");
    List<String> bought = buy("{'sku':'BUCH','quantity':1,'count':130}");

    await().until(() -> bought.stream().allMatch(id -> imported(id) == 1));
    String waiting = TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + FAULTS).body();
    assertThat(waiting).as("both have struck").doesNotContain("REPEAT");
  }

  @Test
  void fault10TwoWorkersAndAHintTakeTheSameSalesOverOnce() throws Exception {
    live("REGAL");
    AccountWork work = workers.find(account()).orElseThrow();
    List<String> bought = buy("{'sku':'REGAL','quantity':1,'count':9}");
    OrderPage page = pageWith(work.channel(), bought);
    work.readOrdersSoon();
    Callable<Integer> reader = () -> reader(showing(page, work.channel())).run();
    ExecutorService readers = Executors.newFixedThreadPool(4);
    for (Future<Integer> done : readers.invokeAll(Collections.nCopies(4, reader))) {
      assertThat(done.get()).isBetween(0, bought.size());
    }
    readers.shutdown();

    await().until(() -> bought.stream().allMatch(id -> imported(id) > 0));
    assertThat(bought).allMatch(id -> imported(id) == 1);
    ChannelId amazon = account().channel();
    assertThat(OrderId.ofSale(amazon, "main", bought.get(0)))
        .as("another account's sale of that number is another order")
        .isNotEqualTo(OrderId.ofSale(amazon, "zweit", bought.get(0)));
  }

  /** Asked for one by one, since the list of changes may not be asked for as often. */
  private static OrderPage pageWith(MarketplaceChannel channel, List<String> sales) {
    List<ReportedOrder> found = new ArrayList<>();
    await()
        .ignoreExceptionsInstanceOf(ChannelException.class)
        .until(
            () -> {
              for (String sale : sales.subList(found.size(), sales.size())) {
                found.addAll(channel.order(sale).orders());
              }
              return found.size() == sales.size();
            });
    return new OrderPage(found, List.of(), Optional.empty());
  }

  /** The channel, which shows this page and no other. */
  private static MarketplaceChannel showing(OrderPage page, MarketplaceChannel channel) {
    return (MarketplaceChannel)
        Proxy.newProxyInstance(
            MarketplaceChannel.class.getClassLoader(),
            new Class<?>[] {MarketplaceChannel.class},
            (proxy, method, values) ->
                method.getName().equals("orders") ? page : method.invoke(channel, values));
  }

  private OrderImport reader(MarketplaceChannel channel) {
    return new OrderImport(
        channel,
        takenOver,
        books,
        buyers,
        new BuyerNames("a".repeat(44)),
        new SaleDecider(channel.account(), order -> Money.zero(order.total().currency())),
        workList,
        skus -> {},
        order -> {},
        UnaryOperator.identity(),
        Clock.systemUTC());
  }

  private static Account account() {
    return new Account("amazon", new ChannelId("amazon-de"), "main", CountryCode.GERMANY, Map.of());
  }

  @Test
  void fault32AmazonsOwnStockIsNeitherReadNorWritten() {
    live("VASE");
    control("/control/amazon/stock", "{'sku':'VASE','quantity':40}");
    stock("VASE", 6);

    await().until(() -> offers("VASE", 6));
    assertThat(listed("VASE")).contains("40").contains("6");
  }

  @Test
  void fault40TwoParcelsOfAnOrderHaveTheirOwnReferences() {
    live("KISTE");
    String external = buy("{'sku':'KISTE','quantity':3}").get(0);
    await().until(() -> imported(external) == 1);
    OrderId order = OrderId.ofSale(new ChannelId("amazon-de"), "main", external);
    control(FAULTS, "{'operation':'confirmShipment','kind':'TIMEOUT','delay':'PT0S'}");
    ship("KISTE", order, "1", 1, "A1");
    ship("KISTE", order, "2", 2, "A2");

    await().until(() -> sales.of(AMAZON + external, ShipmentConfirmed.class).size() == 2);
    List<String> references =
        JsonPath.read(books(), "$..shipments[?(@.orderId=='" + external + "')].reference");
    assertThat(references).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void fault44AThrottledAccountWaitsAndDisturbsNoOther() {
    live("KORB");
    control(FAULTS, "{'operation':'patchListingsItem','kind':'THROTTLE','times':1}");
    price("KORB", "8.00");

    await().until(() -> Money.of("8.00", "EUR").equals(last(ACCOUNT, "KORB").price()));
    await()
        .until(
            () ->
                Money.of("8.00", "EUR").equals(last(AMAZON, "KORB").price())
                    && last(AMAZON, "KORB").status() == ListingStatus.LIVE);
  }

  private static void live(String sku) {
    article(sku, "10.00", 10);
    await().until(() -> last(AMAZON, sku).status() == ListingStatus.LIVE);
  }

  private static boolean offers(String sku, int units) {
    ListingChanged listing = last(AMAZON, sku);
    return listing.status() == ListingStatus.LIVE && new Quantity(units).equals(listing.quantity());
  }

  private static int imported(String external) {
    return sales.of(AMAZON + external, MarketplaceOrderReceived.class).size();
  }

  private static List<String> buy(String purchase) {
    String answer = control("/control/amazon/purchases", purchase);
    return JsonPath.read(answer, answer.contains("\"items\"") ? "$.items" : "$..orderId");
  }

  private static String books() {
    return TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + "/control/amazon/ledger")
        .body();
  }

  private static String listed(String sku) {
    List<Object> known = JsonPath.read(books(), "$..[?(@.sku=='" + sku + "')]");
    return known.toString();
  }
}
