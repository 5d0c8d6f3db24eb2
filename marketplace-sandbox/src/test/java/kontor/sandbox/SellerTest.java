package kontor.sandbox;

import static kontor.sandbox.Caller.ORDER;
import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import kontor.sandbox.document.Json;
import org.junit.jupiter.api.Test;

/** Several sellers at one eBay, and what eBay tells their programs. */
class SellerTest extends SandboxTest {

  @Test
  void sellersDoNotSeeEachOther() {
    ebay.list("A", 5, "1.00");
    String mine = ebay.buy("A", 1);
    String american = json("{'username':'us_seller','refreshToken':'other','country':'US'}");
    assertThat(ebay.post("/control/ebay/sellers", american).status()).isEqualTo(201);
    String thief = json("{'username':'thief','refreshToken':'other'}");
    assertThat(ebay.post("/control/ebay/sellers", thief).status()).isEqualTo(409);

    ebay.signIn("other").locate();
    assertThat(ebay.get(ORDER).body().path("total").asInt()).isZero();
    assertThat(ebay.get(ORDER + "/" + mine).status()).isEqualTo(404);
    ebay.list("A", 7, "2.00");
    String hers = ebay.purchase("{'sku':'A','seller':'us_seller'}").body().path("orderId").asText();
    assertThat(ebay.get(ORDER + "/" + hers).body().path("sellerId").asText())
        .isEqualTo("us_seller");
    assertThat(ebay.get("/control/ebay/ledger?seller=us_seller").body().at("/items/0/quantity"))
        .hasToString("6");
    assertThat(ebay.ledger().at("/items/0/quantity")).hasToString("4");
    assertThat(ebay.signIn().get(ORDER + "/" + hers).status()).isEqualTo(404);
    assertThat(ebay.get("/control/ebay/ledger?seller=nobody").status()).isEqualTo(404);
  }

  @Test
  void aSellerElsewhereNeedsNoSignature() {
    ebay.post(
        "/control/ebay/sellers",
        json("{'username':'us_seller','refreshToken':'other','country':'US'}"));
    ebay.signIn("other").locate().list("A", 7, "2.00");
    String order =
        ebay.purchase("{'sku':'A','seller':'us_seller'}").body().path("orderId").asText();
    String body =
        "{'reasonForRefund':'OTHER_ADJUSTMENT','orderLevelRefundAmount':"
            + "{'value':'1.00','currency':'EUR'}}";
    assertThat(ebay.post(ORDER + "/" + order + "/issue_refund", json(body)).status())
        .isEqualTo(200);
  }

  @Test
  void aNotificationIsSignedByAKeyThatEbayShows() throws IOException {
    AtomicReference<String> signature = new AtomicReference<>("");
    HttpServer program =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.createContext(
        "/",
        exchange -> {
          signature.set(exchange.getRequestHeaders().getFirst("X-EBAY-SIGNATURE"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    program.start();
    String endpoint = "http://127.0.0.1:" + program.getAddress().getPort() + "/";
    String body = "{'endpoint':'" + endpoint + "','topic':'MARKETPLACE_ACCOUNT_DELETION'}";
    assertThat(ebay.post("/control/ebay/notifications", json(body)).body().path("status").asInt())
        .isEqualTo(204);
    program.stop(0);

    byte[] header = Base64.getDecoder().decode(signature.get());
    String kid = Json.parse(new String(header, StandardCharsets.UTF_8)).path("kid").asText();
    ebay.use(
        ebay.tokenCall(
                "grant_type=client_credentials&scope="
                    + Caller.encode("https://api.ebay.com/oauth/api_scope"))
            .body()
            .path("access_token")
            .asText());
    String keys = "/ebay/commerce/notification/v1/public_key/";
    assertThat(ebay.get(keys + kid).body().path("key").asText()).startsWith("-----BEGIN PUBLIC");
    assertThat(ebay.get(keys + "other").status()).isEqualTo(404);
  }
}
