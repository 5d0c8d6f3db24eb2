package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.contracts.OrderId;
import kontor.contracts.order.ExchangeOf;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Goods that came back are exchanged: stock, money and documents of two orders. */
@Order(3)
class ExchangeTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Platform platform = Platform.get();
  private final Edge manager = platform.manager();
  private final Edge guest = platform.visitor();

  @Test
  void case57StockAndMoneyAfterAnExchangeItsReturnAndAnotherExchange() {
    Goods goods = Goods.of(platform, 2, 10);
    String first = goods.skus().get(0);
    String second = goods.skus().get(1);
    String order = buy(first, 2);
    ship(order);
    await().atMost(SOON).until(() -> amount(order, "/paid"), "24.70"::equals);

    String replacement = exchange(order, "R1", second);
    ship(replacement);
    await().atMost(SOON).until(() -> onHand(first) == 9 && onHand(second) == 9);

    giveBack(replacement, Map.of("rma", "B1", "lines", List.of(oneOf(1))));
    await().atMost(SOON).until(() -> onHand(second) == 10);
    await().atMost(SOON).until(() -> amount(order, "/refunded"), "19.80"::equals);
    assertThat(amount(order, "/paid")).as("the credit came back").isEqualTo("34.60");

    ship(exchange(order, "R2", second));
    await().atMost(SOON).until(() -> onHand(first) == 10 && onHand(second) == 9);
    platform.audit();
  }

  private String buy(String sku, int units) {
    String cart = guest.post("/api/shop/carts", Goods.lines(sku, units)).at("/id");
    String key = UUID.randomUUID().toString();
    String path = "/api/shop/carts/" + cart + "/checkout";
    return guest.post(path, Goods.request("Köln"), key).at("/id");
  }

  /** As soon as it is confirmed. */
  private void ship(String order) {
    await()
        .atMost(SOON)
        .until(() -> guest.get("/api/shop/orders/" + order).at("/status"), "CONFIRMED"::equals);
    Answer shipped = manager.post("/api/admin/orders/" + order + "/ship", Map.of("carrier", "DHL"));
    assertThat(shipped.status()).as(shipped.text()).isEqualTo(200);
  }

  private String exchange(String order, String rma, String sku) {
    giveBack(
        order,
        Map.of(
            "rma", rma,
            "lines", List.of(oneOf(1)),
            "exchange", List.of(Map.of("sku", sku, "quantity", 1))));
    return new ExchangeOf(new OrderId(order), rma).replacement().value();
  }

  private void giveBack(String order, Map<String, Object> body) {
    String path = "/api/admin/orders/" + order + "/returns";
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(manager.post(path, body).status()).isEqualTo(200));
  }

  private static Map<String, Object> oneOf(int line) {
    return Map.of("line", line, "quantity", 1);
  }

  private String amount(String order, String field) {
    return manager.get("/api/admin/orders/" + order).at(field + "/amount");
  }

  private int onHand(String sku) {
    String name = URLEncoder.encode(sku, StandardCharsets.UTF_8);
    return manager.get("/api/admin/stock/level?sku=" + name).body().path("onHand").asInt(-1);
  }
}
