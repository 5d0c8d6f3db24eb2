package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import kontor.contracts.order.OrderEvent.OrderPlaced;
import kontor.contracts.order.ShippingChoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shipping methods: what the manager sets and the buyer chooses. */
class ShippingServiceTest extends RunningOrderService {

  private static final String TABLE = "/api/admin/shipping-methods";

  @Test
  void theBuyerChoosesAMethodAndPaysForIt() {
    String cart = cart(2);
    String offers =
        TestGateway.get(ANNA, url("/api/shop/carts/" + cart + "/shipping-methods")).body();
    assertThat(JsonPath.<List<String>>read(offers, "$[*].code"))
        .containsExactly("standard", "express");
    assertThat(read(offers, "$[1].price.amount")).isEqualTo("12.90");
    assertThat(read(offers, "$[0].chosen")).isEqualTo("true");
    assertThat(read(offers, "$[0].daysTo")).isEqualTo("4");

    String before =
        read(TestGateway.get(ANNA, url("/api/shop/carts/" + cart)).body(), "$.quote.hash");
    HttpResponse<String> unknown = choose(cart, "rohrpost");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("shippingMethod", "standard", "express");
    String express = choose(cart, "express").body();
    assertThat(read(express, "$.quote.shipping.amount")).isEqualTo("12.90");
    assertThat(read(express, "$.shipping.name.de")).isEqualTo("Expressversand");
    assertThat(read(express, "$.quote.hash")).isNotEqualTo(before);

    OrderId order = order(checkOut(cart, UUID.randomUUID().toString(), REQUEST));
    await().until(() -> !published.of(order.value(), OrderPlaced.class).isEmpty());
    OrderPlaced placed = published.of(order.value(), OrderPlaced.class).get(0);
    assertThat(placed.shipping())
        .isEqualTo(new ShippingChoice("express", "Expressversand", "Express shipping"));
    assertThat(placed.totals().shipping()).isEqualTo(eur("12.90"));
  }

  @Test
  void theManagerReplacesTheTableThatHeHasSeenAndMistakesAreNamed() {
    HttpResponse<String> before = TestGateway.get(TestGateway.MANAGER, url(TABLE));
    String tag = before.headers().firstValue("ETag").orElse("");
    String old = before.body();
    String dearer = old.replace("\"4.90\"", "\"5.90\"");

    assertThat(put(dearer, null).statusCode()).isEqualTo(428);
    assertThat(put(dearer, "\"99\"").statusCode()).isEqualTo(412);
    HttpResponse<String> twice = put(old.replace("\"AT\"", "\"DE\""), tag);
    assertThat(twice.statusCode()).isEqualTo(400);
    assertThat(twice.body()).contains("zones[1].countries[0]");
    assertThat(put(old.replace("31500", "0"), tag).body())
        .contains("methods[1].rates[0].upToGrams");
    assertThat(put(old.replace("EUR", "CHF"), tag).body()).contains("methods[0].rates[0].price");
    assertThat(
            TestGateway.send("PUT", ANNA, url(TABLE), dearer, Map.of("If-Match", tag)).statusCode())
        .isEqualTo(403);

    HttpResponse<String> changed = put(dearer, tag);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    try {
      assertThat(read(openCart(2).body(), "$.quote.shipping.amount")).isEqualTo("5.90");
      assertThat(put(dearer, tag).statusCode()).as("a repetition").isEqualTo(200);
    } finally {
      String now = changed.headers().firstValue("ETag").orElse("");
      assertThat(put(old, now).statusCode()).isEqualTo(200);
    }
    assertThat(read(openCart(2).body(), "$.quote.shipping.amount")).isEqualTo("4.90");
  }

  @Test
  void toACountryWithoutAMethodNothingIsSent() {
    HttpResponse<String> refused =
        TestGateway.post(ANNA, url("/api/shop/carts"), "{'country':'CH'}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("country", "no delivery to CH");

    String path = url("/api/shop/carts/" + cart(1) + "/country");
    assertThat(TestGateway.send("PUT", ANNA, path, "{'country':'CH'}", Map.of()).statusCode())
        .isEqualTo(400);
    String austria = TestGateway.send("PUT", ANNA, path, "{'country':'AT'}", Map.of()).body();
    assertThat(read(austria, "$.quote.shipping.amount")).isEqualTo("9.90");
    assertThat(read(austria, "$.lines[0].taxRate")).isEqualTo("1000");
  }

  private HttpResponse<String> choose(String cart, String method) {
    return TestGateway.send(
        "PUT",
        ANNA,
        url("/api/shop/carts/" + cart + "/shipping-method"),
        "{'shippingMethod':'" + method + "'}",
        Map.of());
  }

  private HttpResponse<String> put(String table, @Nullable String tag) {
    Map<String, String> headers = tag == null ? Map.of() : Map.of("If-Match", tag);
    return TestGateway.send("PUT", TestGateway.MANAGER, url(TABLE), table, headers);
  }
}
