package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kontor.sandbox.Sandbox;
import kontor.sandbox.SandboxSettings;
import kontor.sandbox.amazon.seller.AmazonSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox's own contracts, without Amazon's documents; and what a restart keeps. */
class OwnContractTest extends AmazonTest {

  private static final String SINCE =
      AmazonCaller.ORDERS + "?lastUpdatedAfter=2020-01-01T00:00:00Z";
  private static final String ITEM = AmazonCaller.ITEMS + "/A?" + AmazonCaller.PLACE;

  @TempDir Path folder = Path.of("unset");

  OwnContractTest() {
    super(AmazonSettings.LOCAL);
  }

  @Test
  void everyRequestIsCheckedFirst() {
    assertThat(amazon.get(SINCE + "&page=1").status()).isEqualTo(400);
    assertThat(amazon.get(SINCE + "&maxResultsPerPage=500").status()).isEqualTo(400);
    assertThat(amazon.get(SINCE + "&fulfillmentStatuses=Canceled").status()).isEqualTo(400);
    assertThat(amazon.get(SINCE + "&fulfilledBy=AMAZON&fulfilledBy=MERCHANT").status())
        .isEqualTo(400);
    assertThat(amazon.get(SINCE + "&marketplaceIds=NONE").status()).isEqualTo(400);
    assertThat(amazon.get(SINCE + "&marketplaceIds=A13V1IB3VIYZZH").status()).isEqualTo(403);
    assertThat(amazon.call("PUT", ITEM, "{'productType':'HOME'}").status()).isEqualTo(400);
    assertThat(amazon.call("PUT", ITEM, "[]").status()).isEqualTo(400);
    assertThat(amazon.call("PUT", ITEM, "{").status()).isEqualTo(400);
    assertThat(amazon.get(AmazonCaller.ITEMS + "/A").status()).isEqualTo(400);
    assertThat(
            amazon
                .send(amazon.request(ITEM).PUT(HttpRequest.BodyPublishers.ofString("{}")))
                .status())
        .isIn(400, 415);
    assertThat(amazon.ledger().path("orders")).isEmpty();
  }

  @Test
  void aTokenThatWasTamperedWithIsRefused() {
    String empty = Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
    String token = AmazonCaller.encode("2+/" + empty + "=");
    assertThat(amazon.get(SINCE + "&paginationToken=" + token).status()).isEqualTo(400);
    assertThat(amazon.get(SINCE + "&paginationToken=x").status()).isEqualTo(400);
    String items = AmazonCaller.ITEMS + "?" + AmazonCaller.PLACE + "&pageToken=";
    assertThat(amazon.get(items + "LTV8MQ%3D%3D").status()).isEqualTo(400);
  }

  @Test
  void aFaultThatAMarketplaceDoesNotHaveIsRefused() {
    String fault = "{'operation':'getOrders','kind':'FATAL'}";
    assertThat(amazon.post("/control/ebay/faults", fault).status()).isEqualTo(400);
    assertThat(amazon.post("/control/amazon/faults", fault).status()).isEqualTo(400);
  }

  @Test
  void anEntryOfAnotherMarketplaceOrCurrencyIsInvalid() {
    String attributes = AmazonCaller.attributes("19.99", 5, "4006381333931");
    assertThat(amazon.putItem("A", attributes.replace("EUR", "GBP")).body().path("status").asText())
        .isEqualTo("INVALID");
    String other = attributes.replace("'value':'Kontor'", "'value':'K','marketplace_id':'X'");
    assertThat(amazon.putItem("A", other).body().path("status").asText()).isEqualTo("INVALID");
  }

  @Test
  void manyOrdersAreBoughtTogetherOrNone() {
    amazon.list("A", 5, "1.00");
    assertThat(amazon.purchase("{'sku':'A','count':6}").status()).isEqualTo(409);
    assertThat(amazon.purchase("{'sku':'A','count':5}").body().path("items")).hasSize(5);
    assertThat(amazon.ledger().at("/listings/0/quantity").asInt()).isZero();
    assertThat(amazon.purchase("{'sku':'none'}").status()).isEqualTo(404);
    assertThat(amazon.purchase("{'country':'DE'}").status()).isEqualTo(400);
  }

  @Test
  void aRestartKeepsWhatIsAcceptedAndWhatWaits() {
    SandboxSettings kept =
        SandboxSettings.read(List.of("--port", "0", "--data", folder.toString()), Map.of());
    JsonNode before;
    try (Sandbox first = Sandbox.start(kept)) {
      AmazonCaller seller = new AmazonCaller(first.baseUri()).signIn().list("A", 5, "19.99");
      seller.buy("A", 2);
      seller.patchItem("A", "{'op':'delete','path':'/attributes/brand'}");
      before = seller.ledger();
    }
    try (Sandbox second = Sandbox.start(kept)) {
      AmazonCaller seller = new AmazonCaller(second.baseUri()).signIn();
      assertThat(seller.ledger().path("orders")).isEqualTo(before.path("orders"));
      seller.advance("PT2S");
      JsonNode item = seller.item("A", "attributes,fulfillmentAvailability").body();
      assertThat(item.path("attributes").has("brand")).isFalse();
      assertThat(item.at("/fulfillmentAvailability/0/quantity").asInt()).isEqualTo(3);
    }
  }
}
