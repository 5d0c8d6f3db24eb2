package kontor.sandbox;

import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The partner's files. */
class PartnerTest extends SandboxTest {

  private HttpResponse<String> call(String method, String file, String body, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + ebay.authority() + "/partner/" + file))
            .header("X-Api-Key", key)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private String send(String method, String file, String body)
      throws IOException, InterruptedException {
    return call(method, file, body, "kontor-local-partner-key").body();
  }

  @Test
  void filesAreTakenRowByRowAndOnceEach() throws Exception {
    assertThat(call("GET", "orders.csv?order=1", "", "falsch").statusCode()).isEqualTo(401);
    String offers =
        String.join(
            "\r\n",
            "sku;title;price;currency;quantity;pictures",
            "A;Tasse;10,00;EUR;5;https://x/a.png",
            "B;;10,00;EUR;5;",
            "C;Topf;10.00;EUR;5;x",
            "");
    assertThat(send("PUT", "offers.csv", offers))
        .contains("A;ok", "B;refused;an article that is new needs a title", "C;refused;price");
    assertThat(ebay.post("/control/partner/purchases", json("{'sku':'A','quantity':6}")).status())
        .isEqualTo(409);
    String order =
        ebay.post("/control/partner/purchases", json("{'sku':'A','quantity':3}"))
            .body()
            .path("id")
            .asText();
    String parcel =
        "order;parcel;carrier;tracking;shipped;line;quantity\r\n" + order + ";1;DHL;;;1;2\r\n";
    assertThat(send("POST", "shipments.csv", parcel)).contains(order + ";ok");
    assertThat(send("POST", "shipments.csv", parcel)).contains(order + ";ok");
    assertThat(send("POST", "shipments.csv", parcel.replace(";1;DHL", ";2;DHL")))
        .contains("1 units are open");
    String rest = "order;cancellation;reason;line;quantity\r\n" + order + ";c;OTHER;;\r\n";
    assertThat(send("POST", "cancellations.csv", rest)).contains(order + ";ok");
    assertThat(send("GET", "orders.csv?order=" + order, ""))
        .contains(order + ";paid")
        .contains(";A;Tasse;3;1;30,00;0,00;30,00;EUR;DE;");
    assertThat(ebay.get("/control/partner/ledger").body().at("/orders/0/parcels/1").asInt())
        .isEqualTo(2);
    assertThat(call("GET", "orders.csv", "", "kontor-local-partner-key").statusCode())
        .isEqualTo(400);
  }
}
