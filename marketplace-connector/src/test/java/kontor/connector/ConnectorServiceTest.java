package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.sale.Buyers;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.Quantity;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Listings, sales and parcels, faults included. */
class ConnectorServiceTest extends RunningConnector {

  @Autowired private Buyers buyers;

  @Test
  void anArticleIsListedWithPriceAndQuantityAndFollowsBoth() {
    article("LAMPE/GRÜN 1", "19.99", 5);
    await().until(() -> ledger("LAMPE/GRÜN 1").contains("19.99"));
    await().until(() -> last("LAMPE/GRÜN 1").status() == ListingStatus.LIVE);
    price("LAMPE/GRÜN 1", "17.49");
    stock("LAMPE/GRÜN 1", 3);

    await().until(() -> Money.of("17.49", "EUR").equals(last("LAMPE/GRÜN 1").price()));
    await().until(() -> new Quantity(3).equals(last("LAMPE/GRÜN 1").quantity()));
    stock("LAMPE/GRÜN 1", 0);
    await().until(() -> ledger("LAMPE/GRÜN 1").contains("OUT_OF_STOCK"));
  }

  @Test
  void anArticleWithoutAPictureIsNotSentAndSaysWhy() {
    publish("BILDLOS", List.of());
    price("BILDLOS", "5.00");
    stock("BILDLOS", 5);

    await().until(() -> !last("BILDLOS").issues().isEmpty());
    assertThat(last("BILDLOS").status()).isEqualTo(ListingStatus.DRAFT);
    assertThat(last("BILDLOS").issues())
        .singleElement()
        .asString()
        .startsWith("Picture is missing.");
    assertThat(ledger("BILDLOS")).isEqualTo("[]");
  }

  @Test
  void aSaleReportedTwiceIsTakenOverOnceAndEachOfItsParcelsToldOnce() {
    article("HOCKER", "40.00", 10);
    await().until(() -> last("HOCKER").status() == ListingStatus.LIVE);
    control("/control/ebay/faults", "{'operation':'getOrders','kind':'REPEAT_ORDER','times':5}");
    control(
        "/control/ebay/faults",
        "{'operation':'createShippingFulfillment','kind':'RESET','times':1}");
    String external = buy("HOCKER", 3);

    await().until(() -> !received(external).isEmpty());
    MarketplaceOrderReceived sale = received(external).get(0);
    assertThat(sale.lines().get(0).total()).isEqualTo(Money.of("120.00", "EUR"));
    OrderId order = OrderId.ofSale(new ChannelId("ebay-de"), "main", external);
    ship("HOCKER", order, "1", 1, "0034-0434");
    await().until(() -> sales.of(ACCOUNT + external, ShipmentConfirmed.class).size() == 1);
    ship("HOCKER", order, "2", 2, null);
    await().until(() -> sales.of(ACCOUNT + external, ShipmentConfirmed.class).size() == 2);
    assertThat(received(external)).hasSize(1);
    assertThat(fulfilments(external)).hasSize(2);
  }

  @Test
  void theBuyerIsKnownToTheManagerUntilHeIsForgotten() {
    article("SCHALE", "10.00", 10);
    await().until(() -> last("SCHALE").status() == ListingStatus.LIVE);
    String external = buy("SCHALE", 1);
    await().until(() -> !received(external).isEmpty());
    OrderId order = OrderId.ofSale(new ChannelId("ebay-de"), "main", external);
    String path = url("/api/admin/marketplaces/orders/" + order.value() + "/buyer");
    String buyer = TestGateway.get(TestGateway.MANAGER, path).body();
    assertThat((String) JsonPath.read(buyer, "$.street")).isNotBlank();
    assertThat((String) JsonPath.read(buyer, "$.postalCode")).isNotBlank();

    HttpResponse<String> gone = TestGateway.send("DELETE", TestGateway.MANAGER, path, "", Map.of());
    assertThat(gone.statusCode()).isEqualTo(204);
    assertThat(TestGateway.get(TestGateway.MANAGER, path).statusCode()).isEqualTo(404);
  }

  @Test
  void buyersOfLongAgoAreForgotten() {
    Buyer buyer = new Buyer("u", "Jörg Müßig", "", "Lange Straße 1", "10115", "Berlin", "DE");
    OrderId old = OrderId.ofSale(new ChannelId("ebay-de"), "main", "old");
    OrderId young = OrderId.ofSale(new ChannelId("ebay-de"), "main", "young");
    buyers.keep(old, LocalDate.of(2020, 3, 31), buyer);
    buyers.keep(young, LocalDate.of(2020, 4, 1), buyer);

    assertThat(buyers.forgetBefore(LocalDate.of(2020, 4, 1))).isEqualTo(1);
    assertThat(buyers.find(old)).isEmpty();
    assertThat(buyers.find(young)).contains(buyer);
  }

  @Test
  void aSaleThatTheMarketplaceEndsIsCancelled() {
    article("KISSEN", "10.00", 10);
    await().until(() -> last("KISSEN").status() == ListingStatus.LIVE);
    String external = buy("KISSEN", 1);
    await().until(() -> !received(external).isEmpty());
    control("/control/ebay/orders/" + external + "/cancel", "{}");

    await().until(() -> !sales.of(ACCOUNT + external, MarketplaceOrderCancelled.class).isEmpty());
  }

  @Test
  void aChangeThatTheListDoesNotShowIsFoundByReadingTheSaleAgain() {
    article("SCHEMEL", "10.00", 10);
    await().until(() -> last("SCHEMEL").status() == ListingStatus.LIVE);
    String external = buy("SCHEMEL", 1);
    await().until(() -> !received(external).isEmpty());
    String faults = "/control/ebay/faults";
    control(faults, "{'operation':'getOrders','kind':'ERROR','duration':'PT5M'}");
    control("/control/ebay/orders/" + external + "/cancel", "{}");

    await().until(() -> !sales.of(ACCOUNT + external, MarketplaceOrderCancelled.class).isEmpty());
    String left = TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + faults).body();
    assertThat(left).as("the list was never shown").contains("getOrders");
    TestGateway.send("DELETE", TestGateway.MANAGER, SANDBOX.baseUri() + faults, "", Map.of());
  }
}
