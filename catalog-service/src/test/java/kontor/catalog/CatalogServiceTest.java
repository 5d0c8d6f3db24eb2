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
