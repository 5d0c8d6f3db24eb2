package kontor.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.product.ProductEvent;
import kontor.eventstore.TopicWriter;
import kontor.local.TestPlatform;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The manager's books with a real broker and store: places, movements, and how it all was. */
@ActiveProfiles("test")
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StockBooksTest {

  @Autowired private Environment environment;

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry registry) {
    registry.add("kontor.mongodb-uri", TestPlatform::mongoUri);
    registry.add("kontor.kafka-bootstrap-servers", TestPlatform::bootstrapServers);
    registry.add("kontor.token-public-key", TestGateway::publicKey);
  }

  @Test
  void aPlaceIsDescribedByWhoHasSeenItAndKeepsItsKind() {
    String fba = place("MARKETPLACE", 5);
    assertThat(put("/api/admin/locations/fba-at", fba, Map.of()).statusCode()).isEqualTo(200);
    assertThat(put("/api/admin/locations/fba-at", fba, Map.of()).statusCode()).isEqualTo(428);
    assertThat(put("/api/admin/locations/fba-at", fba, Map.of("If-Match", "\"9\"")).statusCode())
        .isEqualTo(412);
    HttpResponse<String> kind =
        put("/api/admin/locations/fba-at", place("WAREHOUSE", 5), Map.of("If-Match", "\"1\""));
    assertThat(kind.statusCode()).isEqualTo(422);
    assertThat(kind.body()).contains("\"field\":\"kind\"");
    HttpResponse<String> priority = put("/api/admin/locations/w", place("WAREHOUSE", -1), Map.of());
    assertThat(priority.statusCode()).isEqualTo(400);
    assertThat(priority.body()).contains("\"field\":\"priority\"");
    assertThat(get("/api/admin/locations").body()).contains("\"main\"", "\"fba-at\"");
  }

  @Test
  void everyMovementIsInTheLedgerWhichGivesTheStockOfAnyMoment() {
    String sku = product("BOOK/1 50%");
    put("/api/admin/locations/fba-de", place("MARKETPLACE", 5), Map.of());
    receive(sku, 20);
    Instant before = Instant.parse(last(sku, "at"));
    await().until(() -> Instant.now().isAfter(before.plusMillis(1)));
    post("transfers", lines("t", sku, 5, ",'from':'main','to':'fba-de'"));
    post("write-offs", lines("w", sku, 2, ",'reason':'broken'"));

    String level = level(sku, "");
    assertThat((int) JsonPath.read(level, "$.available")).isEqualTo(13);
    assertThat((int) JsonPath.read(level, "$.locations['fba-de']")).isEqualTo(5);
    assertThat(last(sku, "actor")).isEqualTo("user:manager");
    assertThat(last(sku, "cause")).startsWith("broken");
    assertThat((int) JsonPath.read(level(sku, "&asOf=" + before), "$.available")).isEqualTo(20);
    assertThat(ledger(sku, 1)).isEqualTo(ledger(sku, 200)).hasSize(4);
    assertThat(sum(sku, "main")).isEqualTo(13);
    assertThat(sum(sku, "fba-de")).isEqualTo(5);
  }

  @Test
  void aCountThatAMovementOvertookIsAnsweredWithTheFiguresOfNow() {
    String sku = product("BOOK-2");
    receive(sku, 10);
    int seen = JsonPath.read(level(sku, ""), "$.places[0].movements");
    post("write-offs", lines("w", sku, 1, ",'reason':'broken'"));
    String stale =
        "{'reference':'c','lines':[{'sku':'%s','quantity':50,'seen':%d}]}".formatted(sku, seen);

    HttpResponse<String> refused = post("counts", stale);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("9 on hand, seen " + (seen + 1));
    String again = stale.replace("'seen':" + seen, "'seen':" + (seen + 1));
    assertThat(post("counts", again).statusCode()).isEqualTo(200);
    assertThat((int) JsonPath.read(level(sku, ""), "$.onHand")).isEqualTo(50);
  }

  @Test
  void whatIsKeptBackIsOfferedOnNoChannel() {
    String sku = product("BOOK-4");
    receive(sku, 10);
    String path = "/api/admin/stock/policy?sku=" + sku;
    String policy = "{'safetyStock':1,'buffers':[{'channel':'ebay-de','units':4}]}";

    assertThat(put(path, policy, Map.of()).statusCode()).isEqualTo(428);
    assertThat(put(path, policy, Map.of("If-Match", "\"7\"")).statusCode()).isEqualTo(412);
    assertThat(put(path, policy, Map.of("If-Match", "\"0\"")).statusCode()).isEqualTo(200);
    assertThat(get(path).headers().firstValue("ETag")).contains("\"1\"");
    assertThat(put(path, policy.replace("1,", "-1,"), Map.of("If-Match", "\"1\"")).body())
        .contains("\"field\":\"safetyStock\"");
    await()
        .until(
            () ->
                JsonPath.<List<Integer>>read(
                        get("/api/admin/stock?limit=200").body(),
                        "$.items[?(@.sku=='BOOK-4')].perChannel[0].promisable")
                    .contains(5));
  }

  @Test
  void goodsWithoutAPurchaseOrderMayHaveACost() {
    String sku = product("BOOK-5");
    String body = "{'reference':'x','lines':[{'sku':'%s','quantity':3,'unitCost':'0.3333'}]}";
    await().until(() -> post("receipts", body.formatted(sku)).statusCode() == 200);
    post("write-offs", lines("w", sku, 1, ",'reason':'broken'"));

    assertThat((String) JsonPath.read(level(sku, ""), "$.places[0].lots[0].cost.amount"))
        .isEqualTo("0.67");
    assertThat(last(sku, "cost")).contains("0.33");
  }

  @Test
  void badInputNamesTheField() {
    String sku = product("BOOK-3");
    receive(sku, 1);
    assertThat(
            post("receipts", lines("r", sku, 1, "").replace("}]", ",'location':'moon'}]")).body())
        .contains("lines[0].location", "moon");
    assertThat(post("transfers", lines("t", sku, 1, ",'from':'main','to':'main'")).body())
        .contains("\"field\":\"to\"");
    assertThat(post("write-offs", lines("w", sku, 0, ",'reason':'x'")).body())
        .contains("lines[0].quantity");
    assertThat(get("/api/admin/stock/ledger?sku=A&cursor=x").body()).contains("cursor");
    assertThat(get("/api/admin/stock/level?sku=A&asOf=yesterday").body()).contains("asOf");
  }

  /** All entries, read in pages of this size. */
  private List<Map<String, Object>> ledger(String sku, int page) {
    List<Map<String, Object>> all = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      String path = "/api/admin/stock/ledger?sku=" + encode(sku) + "&limit=" + page;
      String body = get(path + "&cursor=" + cursor).body();
      all.addAll(JsonPath.<List<Map<String, Object>>>read(body, "$.items"));
      cursor = JsonPath.<Map<String, String>>read(body, "$").get("next");
    }
    return all;
  }

  private int sum(String sku, String location) {
    return ledger(sku, 2).stream()
        .map(entry -> (Map<?, ?>) entry.get("onHand"))
        .mapToInt(onHand -> onHand.get(location) instanceof Integer units ? units : 0)
        .sum();
  }

  private String last(String sku, String field) {
    List<Map<String, Object>> all = ledger(sku, 200);
    return String.valueOf(all.get(all.size() - 1).get(field));
  }

  private String level(String sku, String more) {
    return get("/api/admin/stock/level?sku=" + encode(sku) + more).body();
  }

  private static String product(String sku) {
    ProductId id = new ProductId("p-" + Integer.toHexString(sku.hashCode()));
    ProductEvent.Variant variant =
        new ProductEvent.Variant(new Sku(sku), null, List.of(), List.of(), null, List.of());
    ProductEvent product =
        new ProductEvent.ProductPublished(
            id,
            List.of(new ProductEvent.ProductText("de", sku, "")),
            null,
            List.of(),
            TaxClass.STANDARD,
            List.of(variant));
    try (TopicWriter catalog = new TopicWriter(TestPlatform.bootstrapServers())) {
      var unused = catalog.publish("product", id.value(), product);
    }
    return sku;
  }

  private void receive(String sku, int units) {
    await().until(() -> post("receipts", lines("r", sku, units, "")).statusCode() == 200);
  }

  private static String lines(String reference, String sku, int units, String more) {
    return "{'reference':'%s','lines':[{'sku':'%s','quantity':%d}]%s}"
        .formatted(reference, sku, units, more);
  }

  private static String place(String kind, int priority) {
    return "{'name':'Place','country':'DE','kind':'%s','priority':%d}".formatted(kind, priority);
  }

  private HttpResponse<String> put(String path, String body, Map<String, String> headers) {
    return TestGateway.send("PUT", TestGateway.MANAGER, url(path), body, headers);
  }

  private HttpResponse<String> post(String kind, String body) {
    return TestGateway.post(TestGateway.MANAGER, url("/api/admin/stock/" + kind), body);
  }

  private HttpResponse<String> get(String path) {
    return TestGateway.get(TestGateway.MANAGER, url(path));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
