package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import kontor.access.TestGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a real broker and store: a manager publishes, a shopper finds. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CatalogServiceTest {

  @TestHTTPResource("/")
  String root = "";

  @BeforeEach
  void ready() {
    await().until(() -> get("q/health/ready").statusCode() == 200);
  }

  @Test
  void whatAManagerPublishesAShopperFindsWithItsPrice() {
    HttpResponse<String> put =
        put(
            "api/admin/products/teekanne",
            """
            {'texts':[{'language':'de','title':'Teekanne für Genießer','description':'Glas'},
                      {'language':'en','title':'Tea pot','description':'Glass'}],
             'brand':'Wellhorn','categories':['Küche > Tee'],'taxClass':'STANDARD',
             'variants':[{'sku':'TK-1','gtin':'4006381333931','options':[],'images':[]}]}
            """);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    assertThat(put.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(
            put(
                    "api/admin/prices",
                    "{'sku':'TK-1','prices':[{'amount':{'amount':'24.90','currency':'EUR'}}]}")
                .statusCode())
        .isEqualTo(200);

    await().until(() -> shop("api/shop/products/teekanne").contains("24.90"));
    await().until(() -> shop("api/shop/products?q=teekannen").contains("\"total\":1"));
    assertThat(shop("api/shop/products?category=K%C3%BCche&lang=en")).contains("Tea pot");
    assertThat(shop("api/shop/categories")).contains("\"path\":\"Küche > Tee\"");
  }

  @Test
  void aFileIsTakenInAndSentAgainChangesNothing() {
    String file =
        """
        product;sku;title_de;price;sale_price;sale_until;stock;option1_name;option1_value;categories
        tasse;T-R;Tasse "Möwe";12,50;;;40;Farbe;Rot;Küche > Geschirr
        tasse;T-B;;13,00;9,90;31.12.2099;7;Farbe;Blau;
        krug;K-1;Krug;1.250,00;;;x;;;Küche
        """
            .replace("\"Möwe\"", "Möwe");
    String first = imported(file);
    assertThat(first).contains("\"state\":\"DONE\"").contains("\"format\":\"Kontor\"");
    assertThat(first).contains("\"line\":4,\"column\":\"stock\"").contains("not a number: 'x'");
    assertThat(first).contains("\"new\":2");
    await().until(() -> shop("api/shop/products/tasse").contains("\"amount\":\"9.90\""));
    await().until(() -> shop("api/shop/products?q=m%C3%B6we").contains("\"priceFrom\":true"));

    String second = imported(file);
    assertThat(second).contains("\"unchanged\":2").contains("\"new\":0").contains("\"changed\":0");
    String stock = admin(location(second) + "/stock");
    assertThat(stock).contains("{\"sku\":\"T-B\",\"onHand\":7}").contains("\"total\":2");
  }

  private String imported(String file) {
    HttpResponse<String> sent =
        TestGateway.send(
            "POST",
            TestGateway.MANAGER,
            root + "api/admin/imports?filename=tassen.csv",
            file,
            Map.of());
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
    String path = location(sent.body());
    await().until(() -> admin(path).matches("(?s).*\"state\":\"(DONE|FAILED|INTERRUPTED)\".*"));
    return admin(path);
  }

  private static String location(String run) {
    return "api/admin/imports/" + run.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private String admin(String path) {
    return TestGateway.get(TestGateway.MANAGER, root + path).body();
  }

  private HttpResponse<String> put(String path, String body) {
    return TestGateway.send("PUT", TestGateway.MANAGER, root + path, body, Map.of());
  }

  private String shop(String path) {
    return get(path).body();
  }

  private HttpResponse<String> get(String path) {
    return TestGateway.get(TestGateway.ANNA, root + path);
  }
}
