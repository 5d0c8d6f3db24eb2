package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.contracts.topic.Topics;
import kontor.eventstore.TopicReader;
import kontor.eventstore.TopicWriter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a real broker and store: a manager publishes, a shopper finds. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CatalogServiceTest {

  private final String broker =
      ConfigProvider.getConfig().getValue("kontor.kafka-bootstrap-servers", String.class);
  private final TopicWriter inventory = new TopicWriter(broker);

  @TestHTTPResource("/")
  String root = "";

  private Desk desk = new Desk("");

  @BeforeEach
  void open() {
    desk = new Desk(root).ready();
  }

  @AfterEach
  void close() {
    inventory.close();
  }

  @Test
  void whatAManagerPublishesAShopperFindsWithItsPrice() {
    HttpResponse<String> put =
        desk.put(
            "api/admin/products/teekanne",
            """
            {'texts':[{'language':'de','title':'Teekanne für Genießer','description':'Glas'},
                      {'language':'en','title':'Tea pot','description':'Glass'}],
             'brand':'Wellhorn','categories':['Küche > Tee'],'taxClass':'STANDARD',
             'variants':[{'sku':'TK-1','gtin':'4006381333931','options':[],'images':[]}]}
            """);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    assertThat(put.headers().firstValue("ETag")).contains("\"1\"");
    desk.put("api/admin/prices", Desk.price("TK-1", "24.90"));

    await().until(() -> desk.shop("products/teekanne").contains("24.90"));
    await().until(() -> desk.shop("products?q=teekannen+genie%C3%9Fer").contains("\"total\":1"));
    assertThat(desk.shop("products?category=K%C3%BCche&lang=en&facets=brand"))
        .contains("Tea pot")
        .contains("\"value\":\"Wellhorn\"");
    assertThat(desk.shop("categories")).contains("\"path\":\"Küche > Tee\"");
    assertThat(desk.shop("products?q=TK-1&priceMax=24.89")).contains("\"total\":0");
    assertThat(desk.shop("products/teekanne?country=AT")).contains("\"taxRate\":2000");
    assertThat(desk.admin("api/admin/prices?limit=1")).contains("\"items\":[{\"sku\":");
    assertThat(desk.admin("api/admin/products?q=TK-1")).contains("\"id\":\"teekanne\"");
  }

  @Test
  void eventsAreOnTheTopicsWithTheirActor() {
    desk.offer("becher", "BE-1", "7.00");
    desk.offer("becher-2", "BE-2", "8.00");
    try (TopicReader products = new TopicReader(broker, Topics.PRODUCTS);
        TopicReader prices = new TopicReader(broker, Topics.PRICES)) {
      await().until(() -> !products.of("becher", ProductPublished.class).isEmpty());
      await().until(() -> !prices.of("BE-1", PricesSet.class).isEmpty());
      assertThat(products.of("becher").get(0).origin().actor()).isEqualTo("user:manager");
      assertThat(prices.of("BE-1", PricesSet.class)).hasSize(1);
    }
  }

  @Test
  void availabilityFollowsTheStockAndABundleItsScarcestPart() {
    desk.offer("kanne", "KA-1", "30.00");
    String parts = "{'sku':'KA-1','quantity':1},{'sku':'TA-1','quantity':2}";
    HttpResponse<String> early =
        desk.put("api/admin/products/set", Desk.product("Set", "SET-1", parts));
    assertThat(early.statusCode()).isEqualTo(400);
    assertThat(early.body()).contains("variants[0].components[1].sku");
    desk.offer("tasse-1", "TA-1", "9.00");
    desk.put("api/admin/products/set", Desk.product("Set", "SET-1", parts));

    inventory.publish("stock", "KA-1", level("KA-1", 9));
    inventory.publish("stock", "TA-1", level("TA-1", 5));
    await().until(() -> desk.shop("products/set").contains("\"available\":2"));
    await()
        .until(() -> desk.shop("products?availability=in-stock&q=set").contains("\"id\":\"set\""));
    inventory.publish("stock", "TA-1", level("TA-1", 1));
    await()
        .until(
            () -> desk.shop("products?availability=out-of-stock&q=set").contains("\"id\":\"set\""));
  }

  @Test
  void aSalePriceHoldsFromItsFirstMomentOnAlsoInTheOrderOfLists() {
    desk.offer("lampe", "LA-1", "50.00");
    Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
    desk.put(
        "api/admin/prices",
        """
        {'sku':'LA-1','prices':[{'amount':{'amount':'50.00','currency':'EUR'}},
          {'amount':{'amount':'1.11','currency':'EUR'},'from':'%s'}]}
        """
            .formatted(soon));
    await().until(() -> desk.shop("products/lampe").contains("\"amount\":\"1.11\""));
    await().until(() -> desk.shop("products?priceMax=1.12").contains("\"id\":\"lampe\""));
  }

  @Test
  void aPromotionMakesTheShownPriceLowerUntilItEnds() {
    desk.offer("vase", "VA-1", "20.00");
    HttpResponse<String> put =
        desk.put(
            "api/admin/promotions/advent", "{'name':'Advent','percentOff':1000,'skus':['VA-1']}");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    await().until(() -> desk.shop("products/vase").contains("\"amount\":\"18.00\""));
    assertThat(desk.shop("products/vase")).contains("\"regularPrice\":{\"amount\":\"20.00\"");
    await().until(() -> desk.admin("api/admin/promotions").contains("\"advent\""));
    desk.delete("api/admin/promotions/advent");
    await().until(() -> !desk.shop("products/vase").contains("18.00"));
  }

  @Test
  void aPromotionWithALimitOfUsesSaysSoAndIsOnNoPage() {
    desk.offer("krug", "KR-1", "20.00");
    HttpResponse<String> put =
        desk.put(
            "api/admin/promotions/zehn",
            "{'name':'Zehn','percentOff':1000,'skus':['KR-1'],'usesInAll':10,"
                + "'usesPerCustomer':1,'freeShipping':true}");
    assertThat(put.body())
        .contains("\"usesInAll\":10", "\"usesPerCustomer\":1", "\"freeShipping\":true");
    await().until(() -> desk.admin("api/admin/promotions").contains("\"usesInAll\":10"));
    assertThat(desk.shop("products/krug")).contains("20.00").doesNotContain("18.00");
  }

  @Test
  void aWithdrawnProductIsGoneFromTheShop() {
    desk.offer("altes", "AL-1", "5.00");
    assertThat(desk.delete("api/admin/products/altes").body()).contains("WITHDRAWN");
    await().until(() -> desk.get(TestGateway.ANNA, "api/shop/products/altes").statusCode() == 404);
    await().until(() -> desk.shop("products?q=AL-1").contains("\"total\":0"));
  }

  @Test
  void poisonOnATopicIsKeptAsideAndTheRestFlowsOn() {
    for (String topic : new String[] {"products", "prices", "stock", "promotions"}) {
      byte[] key = "poison".getBytes(StandardCharsets.UTF_8);
      inventory.send(new ProducerRecord<>(topic, key, "{".getBytes(StandardCharsets.UTF_8)));
      inventory.send(new ProducerRecord<>(topic, key, null));
    }
    desk.offer("danach", "DA-1", "3.00");
  }

  @Test
  void theDemoAssortmentIsTakenInAndSentAgainChangesNothing() throws IOException {
    String file = Files.readString(Path.of("../demo/assortment.csv"));
    String first = desk.imported(file.replace('\'', '’'), "?filename=assortment.csv");
    assertThat(first).contains("\"state\":\"DONE\"").contains("\"refused\":0");
    await().until(() -> desk.shop("products/tee-zeit-set").contains("\"components\":[{\"sku\""));
    String second = desk.imported(file.replace('\'', '’'), "?filename=assortment.csv");
    assertThat(second).contains("\"new\":0,\"changed\":0,\"unchanged\":133,\"refused\":0");
    assertThat(second).contains("nothing changed: all 133 rows");
    assertThat(desk.admin(Desk.location(second) + "/stock?limit=2"))
        .contains("\"total\":132")
        .contains("\"next\":\"2\"")
        .contains("\"reference\":\"import-");
    assertThat(desk.admin("api/admin/imports")).contains("assortment.csv");
  }

  @Test
  void badRowsAreToldAndGoodProductsTaken() {
    String report =
        desk.imported(
            """
            product;sku;title_de;price;stock;option1_name;option1_value
            krug;KR-1;Krug;12,50;4;Farbe;Rot
            krug;KR-2;;13,00;x;Farbe;Blau
            dieb;KR-9;Dieb;1,00;;;
            dieb-2;KR-9;Dieb;1,00;;;
            """,
            "");
    assertThat(report).contains("\"line\":3,\"column\":\"stock\",\"reason\":\"not a number: 'x'\"");
    assertThat(report).contains("\"line\":2,\"column\":\"\",\"reason\":\"belongs to the product");
    assertThat(report).containsPattern("\"line\":[45],\"column\":\"sku\".*belongs to the product");
    assertThat(report).contains("\"read\":4,\"new\":1");
    assertThat(desk.imported("a;b\n1;2\n", ""))
        .contains("\"state\":\"FAILED\"")
        .contains("no product file that we know");
  }

  private static StockLevelChanged level(String sku, int available) {
    return new StockLevelChanged(new Sku(sku), available, 0, available);
  }

  @Test
  void drawingsAreForEverybodyAndKeptForLong() {
    HttpResponse<String> svg = desk.get(TestGateway.ANNA, "media/teapot-gruen.svg");
    assertThat(svg.headers().map())
        .containsEntry("content-type", java.util.List.of("image/svg+xml"));
    assertThat(svg.headers().firstValue("Cache-Control").orElse("")).contains("max-age=2592000");
    assertThat(desk.put("api/admin/prices", "{", Map.of()).statusCode()).isEqualTo(400);
  }
}
