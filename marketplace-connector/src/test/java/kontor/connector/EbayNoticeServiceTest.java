package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.connector.channel.ReportedOrder.Buyer;
import kontor.connector.sale.Buyers;
import kontor.contracts.ChannelId;
import kontor.contracts.OrderId;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What eBay tells by itself: signed by a key of the sandbox. */
class EbayNoticeServiceTest extends RunningConnector {

  private static final String PATH = "/api/shop/marketplaces/ebay/notifications";

  @Autowired private Buyers buyers;

  @Test
  void aPersonWhoLeavesEbayIsForgottenThereAndNowhereElse() {
    article("TASSE", "10.00", 10);
    await().until(() -> last("TASSE").status() == ListingStatus.LIVE);
    String external = buy("TASSE", 1);
    await().until(() -> !received(external).isEmpty());
    OrderId order = OrderId.ofSale(new ChannelId("ebay-de"), "main", external);
    Buyer buyer = buyers.find(order).orElseThrow();
    OrderId elsewhere = OrderId.ofSale(new ChannelId("etsy-de"), "main", "1");
    buyers.keep(elsewhere, LocalDate.of(2026, 1, 1), buyer);

    String about = "','username':'" + buyer.userName() + "'";
    assertThat(tell("MARKETPLACE_ACCOUNT_DELETION" + about + ",'tampered':true")).isEqualTo(412);
    assertThat(buyers.find(order)).isPresent();
    assertThat(tell("MARKETPLACE_ACCOUNT_DELETION" + about)).isEqualTo(204);
    assertThat(buyers.find(order)).isEmpty();
    assertThat(buyers.find(elsewhere)).isPresent();
    assertThat(tell("MARKETPLACE_ACCOUNT_DELETION" + about)).as("again").isEqualTo(204);
    assertThat(tell("SOMETHING_NEW'")).isEqualTo(204);
  }

  /** Through the gateway, which gives a stranger a token. */
  private int tell(String topicAndMore) {
    String body = "{'topic':'" + topicAndMore + "}";
    String notice = control("/control/ebay/notifications", body);
    return post(JsonPath.read(notice, "$.signature"), JsonPath.read(notice, "$.body"));
  }

  @Test
  void whatIsNotSignedIsNotTaken() {
    assertThat(post("", "{}")).isEqualTo(412);
    assertThat(post("bm9uc2Vuc2U=", "{}")).isEqualTo(412);
    String unknown = "{\"alg\":\"ecdsa\",\"kid\":\"1\",\"signature\":\"\",\"digest\":\"SHA1\"}";
    String header = Base64.getEncoder().encodeToString(unknown.getBytes(StandardCharsets.UTF_8));
    assertThat(post(header, "{}")).isEqualTo(412);
  }

  private int post(String signature, String body) {
    return TestGateway.send(
            "POST", TestGateway.ANNA, url(PATH), body, Map.of("X-EBAY-SIGNATURE", signature))
        .statusCode();
  }

  @Test
  void theEndpointIsProvedToBeOurs() {
    String proof = TestGateway.get(TestGateway.ANNA, url(PATH + "?challenge_code=abc")).body();
    // sha256 of abc, the token and the address of the test's settings, by sha256sum
    assertThat((String) JsonPath.read(proof, "$.challengeResponse"))
        .isEqualTo("0587bce6eba68bfa289d2611fdf17074dcf272f1c4ed8db604ee0274ae076c8d");
  }
}
