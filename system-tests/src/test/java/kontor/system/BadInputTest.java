package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Bad input gets a problem document that names the field, tells nothing internal, changes nothing.
 */
@Order(3)
class BadInputTest {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final Platform platform = Platform.get();
  private final Edge guest = platform.visitor();
  private final Edge manager = platform.manager();

  private record Bad(String method, String path, String body, int status, String names) {}

  private static List<Bad> shop() {
    return List.of(
        new Bad("POST", "/api/shop/carts", "{", 400, "Bad input"),
        new Bad("POST", "/api/shop/carts", "{\"lines\":7}", 400, "lines"),
        new Bad("POST", "/api/shop/carts", "{\"country\":\"Germany\"}", 400, "country"),
        new Bad("POST", "/api/shop/carts", "{\"price\":1}", 400, "price"),
        new Bad("POST", "/api/shop/carts", line("NOPE", "1"), 400, "lines[0].sku"),
        new Bad("POST", "/api/shop/carts", line("NOPE", "-1"), 400, "lines[0].quantity"),
        new Bad("POST", "/api/shop/carts", line("NOPE", "\"x\""), 400, "quantity"),
        new Bad("GET", "/api/shop/carts/nobody", "", 404, "nobody"),
        new Bad("GET", "/api/shop/orders/17", "", 400, "id"),
        new Bad(
            "GET", "/api/shop/orders/01930a1c-7f00-7000-8000-000000000001", "", 404, "no order"),
        new Bad("GET", "/api/shop/products?limit=1000000000", "", 400, "limit"),
        new Bad("GET", "/api/shop/products?cursor=broken", "", 400, "cursor"),
        new Bad("GET", "/api/shop/products/no-such-product", "", 404, "no-such-product"),
        new Bad("GET", "/api/shop/nowhere", "", 404, "Not Found"),
        new Bad("GET", "/api/admin/orders", "", 401, "sign in"),
        new Bad("GET", "/api/admin/stock", "", 401, "sign in"));
  }

  private static List<Bad> admin() {
    return List.of(
        new Bad("POST", "/api/admin/stock/receipts", "{\"reference\":\"r\"}", 400, "lines"),
        new Bad("POST", "/api/admin/stock/adjustments", "{\"sku\":\"\"}", 400, "sku"),
        new Bad("GET", "/api/admin/stock?limit=0", "", 400, "limit"),
        new Bad("GET", "/api/admin/orders?limit=-1", "", 400, "limit"),
        new Bad("GET", "/api/admin/orders?cursor=%00", "", 400, "cursor"),
        new Bad("POST", "/api/admin/orders/17/ship", "{}", 400, "id"),
        new Bad("PUT", "/api/admin/prices", "{\"sku\":\"A\",\"prices\":[{}]}", 400, "prices"),
        new Bad("PUT", "/api/admin/products/x", "{\"texts\":[]}", 400, ""),
        new Bad("GET", "/api/admin/marketplaces/listings?limit=x", "", 400, "limit"));
  }

  @TestFactory
  List<DynamicTest> everyEndpointRefusesWhatIsWrong() {
    List<DynamicTest> tests = new ArrayList<>();
    shop().forEach(bad -> tests.add(test(guest, bad)));
    admin().forEach(bad -> tests.add(test(manager, bad)));
    return tests;
  }

  @Test
  void aBodyOfTenMegabytesIsRefused() {
    Answer answer =
        guest.send(
            "POST", "/api/shop/carts", BodyPublishers.ofByteArray(new byte[10_000_000]), JSON);

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{\"lines\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    Answer answer = guest.send("POST", "/api/shop/carts", BodyPublishers.ofString(deep), JSON);

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aForgedTokenOrKeyOpensNothing() {
    for (Map<String, String> forged :
        List.of(
            Map.of("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyOm1hbmFnZXIifQ."),
            Map.of("X-Api-Key", "kontor_forged"),
            Map.of("Cookie", "kontor_session=forged"))) {
      Answer answer =
          platform.visitor().send("GET", "/api/admin/orders", BodyPublishers.noBody(), forged);
      assertThat(answer.status()).as(forged.toString()).isEqualTo(401);
    }
  }

  @Test
  void otherPeoplesOrdersDoNotExist() {
    Goods goods = Goods.of(platform, 1, 5);
    Edge anna = platform.visitor();
    String cart = goods.cart(anna, 1);
    String order =
        anna.post("/api/shop/carts/" + cart + "/checkout", Goods.request("Köln"), "k").at("/id");

    for (String path : List.of("/api/shop/orders/" + order, "/api/shop/carts/" + cart)) {
      Answer answer = platform.visitor().get(path);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).doesNotContain("Prüfstück").doesNotContain("Löwengasse");
    }
    assertThat(anna.get("/api/shop/orders/" + order).text()).doesNotContain("Löwengasse");
  }

  private static DynamicTest test(Edge edge, Bad bad) {
    return DynamicTest.dynamicTest(
        bad.method() + " " + bad.path() + " " + bad.body(),
        () -> {
          Answer answer =
              edge.send(bad.method(), bad.path(), BodyPublishers.ofString(bad.body()), JSON);
          assertThat(answer.status()).as(answer.text()).isEqualTo(bad.status());
          assertThat(answer.text()).contains(bad.names()).contains("\"title\"");
          assertThat(answer.text()).doesNotContain("kontor.").doesNotContain("Exception");
        });
  }

  private static String line(String sku, String quantity) {
    return "{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}]}";
  }
}
