package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What buyers and businesses fill in, and what they are told when a line sold out meanwhile. */
@Order(2)
class CheckoutTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int ENOUGH = 6;

  private final Platform platform = Platform.get();
  private final Edge manager = platform.manager();

  @Test
  void aGuestSendsAGiftByExpressAndPaysElsewhere() {
    Goods goods = Goods.of(platform, 1, 10);
    Edge guest = platform.visitor();
    String cart = "/api/shop/carts/" + goods.cart(guest, 2);
    Answer express = guest.put(cart + "/shipping-method", Map.of("shippingMethod", "express"));
    assertThat(express.at("/quote/shipping/amount")).as(express.text()).isEqualTo("12.90");
    Map<String, Object> request = new HashMap<>(Goods.request("Köln"));
    request.put("quoteHash", express.at("/quote/hash"));
    request.put("phone", "+49 221 4711");
    request.put("orderNote", "Bitte beim Nachbarn klingeln.");
    request.put("giftMessage", "Alles Gute zum Geburtstag, Änne!");
    request.put(
        "billingAddress",
        Map.of(
            "name", "Käthe Groß",
            "street", "Rue de la Paix 1",
            "postalCode", "75002",
            "city", "Paris",
            "country", "FR"));

    String invoice = invoice(ordered(guest, cart, request));
    assertThat(invoice).contains("Käthe Groß", "75002", "Paris").doesNotContain("Geburtstag");
    assertThat(invoice).contains("Köln"); // where the goods went
  }

  @Test
  void aBusinessBuysAtNetPricesOnAccountUnderItsOwnNumber() {
    Goods goods = Goods.of(platform, 1, 10);
    Edge buyer = platform.visitor();
    String cart = "/api/shop/carts/" + goods.cart(buyer, 3);
    Answer net = buyer.put(cart + "/buyer", Map.of("business", true, "vatId", "DE136695976"));
    assertThat(net.at("/quote/form")).as(net.text()).isEqualTo("NET");
    assertThat(net.at("/lines/0/unitPrice/amount")).isEqualTo("8.32");
    assertThat(net.at("/quote/goods/amount")).isEqualTo("24.96");
    Map<String, Object> request = new HashMap<>(Goods.request("Köln"));
    request.put("method", "account");
    request.put("quoteHash", net.at("/quote/hash"));
    request.put(
        "business",
        Map.of(
            "company", "Müßig & Söhne KG",
            "vatId", "DE136695976",
            "purchaseOrder", "4500012345"));

    String invoice = invoice(ordered(buyer, cart, request));
    assertThat(invoice)
        .contains("DE136695976", "4500012345", "Müßig &amp; Söhne KG", ">24.96<")
        .contains(">" + net.at("/quote/grand/amount") + "<");
    platform.audit();
  }

  @Test
  void aConsumerDoesNotPayOnAccount() {
    Goods goods = Goods.of(platform, 1, 1);
    Edge guest = platform.visitor();
    Map<String, Object> request = new HashMap<>(Goods.request("Köln"));
    request.put("method", "account");
    Answer refused = checkOut(guest, "/api/shop/carts/" + goods.cart(guest, 1), request);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/errors/0/field")).isEqualTo("method");
  }

  @Test
  void whoComesTooLateIsToldPerLine() {
    Goods goods = Goods.of(platform, 1, 1);
    Edge late = platform.visitor();
    String cart = "/api/shop/carts/" + goods.cart(late, 1);
    assertThat(goods.buy(platform.visitor(), 1)).isEqualTo("CONFIRMED");

    // Each instance hears of it by itself, and the requests go round them.
    await()
        .atMost(SOON)
        .until(
            () ->
                IntStream.range(0, ENOUGH)
                    .allMatch(i -> late.get(cart).text().contains("OUT_OF_STOCK")));
    Answer refused = checkOut(late, cart, Goods.request("Köln"));
    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.at("/lines/0/sku")).isEqualTo(goods.skus().get(0));
    assertThat(refused.at("/lines/0/problem")).isEqualTo("OUT_OF_STOCK");
    assertThat(refused.at("/lines/0/available")).isEqualTo("0");
    assertThat(refused.at("/lines/0/text/de")).isEqualTo("Zurzeit ausverkauft.");
  }

  private static Answer checkOut(Edge buyer, String cart, Map<String, Object> request) {
    return buyer.post(cart + "/checkout", request, UUID.randomUUID().toString());
  }

  private static String ordered(Edge buyer, String cart, Map<String, Object> request) {
    Answer placed = checkOut(buyer, cart, request);
    assertThat(placed.status()).as(placed.text()).isEqualTo(202);
    String live = buyer.get("/api/shop/orders/" + placed.at("/id") + "/events").text();
    assertThat(live).contains("\"CONFIRMED\"");
    return placed.at("/id");
  }

  /** Ships the order; its invoice as XRechnung, once it is there. */
  private String invoice(String order) {
    String path = "/api/admin/orders/" + order;
    Answer shipped = manager.post(path + "/ship", Map.of("carrier", "DHL"));
    assertThat(shipped.ok()).as(shipped.text()).isTrue();
    await()
        .atMost(SOON)
        .until(() -> !manager.get(path + "/documents").at("/issued/0/xrechnung").isEmpty());
    Answer documents = manager.get(path + "/documents");
    String note = documents.at("/deliveryNotes/0");
    assertThat(manager.get(note).text()).startsWith("%PDF");
    return manager.get(documents.at("/issued/0/xrechnung")).text();
  }
}
