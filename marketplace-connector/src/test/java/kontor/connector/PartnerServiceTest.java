package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import kontor.access.TestGateway;
import kontor.contracts.ChannelId;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderCancelled;
import kontor.contracts.marketplace.MarketplaceOrderEvent.MarketplaceOrderReceived;
import kontor.contracts.marketplace.MarketplaceOrderEvent.ShipmentConfirmed;
import org.junit.jupiter.api.Test;

/** A partner by files: the same service, one package more. */
class PartnerServiceTest extends RunningConnector {

  private static final String PARTNER = "partner/main/";

  @Test
  void anArticleIsListedSoldShippedAndAnotherSaleEndsThere() {
    article("BECHER", "12.50", 10);
    await().until(() -> last(PARTNER, "BECHER").status() == ListingStatus.LIVE);
    price("BECHER", "11.00");
    await().until(() -> Money.of("11.00", "EUR").equals(last(PARTNER, "BECHER").price()));

    String external = sell("BECHER", 3);
    await().until(() -> !sold(external).isEmpty());
    MarketplaceOrderReceived sale = sold(external).get(0);
    assertThat(sale.total()).isEqualTo(Money.of("33.00", "EUR"));
    OrderId order = OrderId.ofSale(new ChannelId("partner"), "main", external);
    ship("BECHER", order, "1", 2, "0034");
    await().until(() -> sales.of(PARTNER + external, ShipmentConfirmed.class).size() == 1);
    assertThat(
            JsonPath.<List<Integer>>read(
                books(), "$.orders[?(@.id=='" + external + "')].parcels.1"))
        .containsExactly(2);

    String ended = sell("BECHER", 1);
    await().until(() -> !sold(ended).isEmpty());
    control("/control/partner/orders/" + ended + "/cancel", "{}");
    await().until(() -> !sales.of(PARTNER + ended, MarketplaceOrderCancelled.class).isEmpty());
    assertThat(sold(external)).hasSize(1);
  }

  @Test
  void aBadRowIsKeptAsideWithItsLineAndHoldsUpNothing() {
    article("TELLER", "5.00", 10);
    await().until(() -> last(PARTNER, "TELLER").status() == ListingStatus.LIVE);
    control("/control/partner/rows", "{'row':'P9;bezahlt;schief'}");
    String external = sell("TELLER", 1);
    await().until(() -> !sold(external).isEmpty());
    String work = url("/api/admin/marketplaces/work?kind=ORDER");
    await().until(() -> TestGateway.get(TestGateway.MANAGER, work).body().contains("has 3 cells"));
    assertThat(TestGateway.get(TestGateway.MANAGER, work).body()).contains("P9", "line ");
    control("/control/partner/rows", "{}");
  }

  private static String sell(String sku, int units) {
    String bought =
        control("/control/partner/purchases", "{'sku':'" + sku + "','quantity':" + units + "}");
    return JsonPath.read(bought, "$.id");
  }

  private static List<MarketplaceOrderReceived> sold(String external) {
    return sales.of(PARTNER + external, MarketplaceOrderReceived.class);
  }

  private static String books() {
    return TestGateway.get(TestGateway.MANAGER, SANDBOX.baseUri() + "/control/partner/ledger")
        .body();
  }
}
