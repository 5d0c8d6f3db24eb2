package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kontor.access.TestGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input and people who may not: a clear 4xx that names the field, and nothing changed. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class EdgeTest {

  @TestHTTPResource("/")
  String root = "";

  private Desk desk = new Desk("");

  @BeforeEach
  void open() {
    desk = new Desk(root).ready();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "products?limit=0 | limit",
        "products?limit=abc | limit",
        "products?sort=newest | sort",
        "products?availability=maybe | availability",
        "products?facets=brand,colour | facets",
        "products?priceMin=ten | priceMin",
        "products?priceMin=1.999 | priceMin",
        "products?cursor=x | cursor",
        "products?lang=deutsch | lang",
        "products?country=ZZ | country",
        "products/a%20b | id",
      })
  void aBadQueryIsToldByItsName(String path, String field) {
    HttpResponse<String> answer = desk.get(TestGateway.ANNA, "api/shop/" + path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"").contains("\"status\":400");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'usesInAll':0 | usesInAll",
        "'usesPerCustomer':-1 | usesPerCustomer",
        "'usesInAll':1.5 | usesInAll",
        "'usesInAll':'1' | usesInAll",
        "'usesInAll':99999999999 | usesInAll",
        "'usesInAll':1,'usesPerCustomer':2 | usesPerCustomer",
        "'freeShipping':'maybe' | freeShipping",
      })
  void aBadPromotionIsToldByItsField(String part, String field) {
    HttpResponse<String> answer =
        desk.put(
            "api/admin/promotions/schlecht", "{'name':'Aktion','percentOff':1000," + part + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | texts",
        "{'texts':[{'language':'de','title':'T'}]} | variants",
        "{'texts':[{'language':'de','title':'T'}],'variants':[{}]} | variants[0].sku",
        "{'texts':[{'language':'de','title':'T'}],'variants':[{'sku':' x'}]} | variants[0].sku",
        "{'texts':[{'language':'de','title':'T'}],'variants':[{'sku':'x','gtin':'1'}]} | variants[0].gtin",
        "{'texts':[null],'variants':[]} | texts[0]",
        "{'texts':[],'colour':'red'} | colour",
        "{'texts':'none'} | texts",
        "{'texts':[{'language':'de','title':'\\ud800'}]} | texts[0].title",
        "{'texts':[{'language':'de','title':'T'}],'variants':[{'sku':'\\ud800'}]} | variants[0].sku",
        "{'texts':[{'language':'de','title':'T'}],'variants':[{'sku':'x','weightGrams':'1'}]} | variants[0].weightGrams",
      })
  void aBadProductIsToldByItsField(String body, String field) {
    HttpResponse<String> answer = desk.put("api/admin/products/schlecht", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"").doesNotContain("kontor.");
    assertThat(desk.get(TestGateway.MANAGER, "api/admin/products/schlecht").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'prices':[]} | sku",
        "{'sku':'nobody','prices':[]} | sku",
        "{'sku':'A','prices':[{}]} | prices[0].amount",
        "{'sku':'A','prices':[{'amount':{'amount':'-1','currency':'EUR'}}]} | prices[0].amount",
        "{'sku':'A','prices':[{'amount':{'amount':'1.234','currency':'EUR'}}]} | prices[0].amount",
        "{'sku':'A','prices':[{'amount':{'amount':'1','currency':'EUR'},'minQuantity':0}]} | prices[0].minQuantity",
        "{'sku':'A','prices':[{'amount':{'amount':'1','currency':'EUR'},'from':'morgen'}]} | prices[0].from",
      })
  void aBadPriceIsToldByItsField(String body, String field) {
    HttpResponse<String> answer = desk.put("api/admin/prices", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"").doesNotContain("kontor.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1,5'", "'1.299,50'", "'1e3'", "' 1.50'", "'1.'", "'+1'", "'NaN'", "''"})
  void case27AnAmountIsAPlainDecimalString(String amount) {
    String body = "{'sku':'A','prices':[{'amount':{'amount':" + amount + ",'currency':'EUR'}}]}";
    HttpResponse<String> answer = desk.put("api/admin/prices", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"prices[0].amount");
  }

  @Test
  void aSkuOrGtinOfAnotherProductIsAConflict() {
    desk.offer("erster", "DOPPELT-1", "1.00");
    HttpResponse<String> second =
        desk.put("api/admin/products/zweiter", Desk.product("Zweiter", "DOPPELT-1", ""));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("variants[0].sku").contains("erster");
  }

  @Test
  void whoChangesAProductMustHaveSeenItAsItIs() {
    String body = Desk.product("Neu", "SEEN-1", "");
    desk.put("api/admin/products/gesehen", body);
    String other = Desk.product("Anders", "SEEN-1", "");
    assertThat(desk.put("api/admin/products/gesehen", other).statusCode()).isEqualTo(428);
    assertThat(
            desk.put("api/admin/products/gesehen", other, Map.of("If-Match", "\"7\"")).statusCode())
        .isEqualTo(412);
    HttpResponse<String> seen =
        desk.put("api/admin/products/gesehen", other, Map.of("If-Match", "\"1\""));
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(desk.put("api/admin/products/gesehen", other, Map.of("If-Match", "\"2\"")).body())
        .as("the same content again is no new version")
        .contains("\"version\":2");
  }

  @Test
  void shoppersMayNotAdministerAndStrangersMayNothing() {
    assertThat(desk.get(TestGateway.ANNA, "api/admin/products").statusCode()).isEqualTo(403);
    assertThat(raw("GET /api/shop/products HTTP/1.1")).startsWith("HTTP/1.1 401");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/shop/../admin/products",
        "//api/admin/products",
        "/api;x=1/admin/products",
        "/./api/admin/products",
        "/x/..;/api/admin/products",
        "/api/shop/%2e%2e/admin/products",
        "/%61pi/admin/products"
      })
  void noDisguiseOfAPathGetsPastTheCheck(String path) {
    assertThat(raw("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 4");
  }

  @Test
  void aBodyThatIsTooLargeIsTurnedDown() {
    String body = Desk.product("x".repeat(2_000_000), "BIG-1", "");
    assertThat(desk.put("api/admin/products/gross", body).statusCode()).isEqualTo(413);
  }

  @Test
  void anEmptyFileAndUnknownParametersAreTurnedDown() {
    assertThat(TestGateway.post(TestGateway.MANAGER, root + "api/admin/imports", "").body())
        .contains("is empty");
    assertThat(
            TestGateway.post(TestGateway.MANAGER, root + "api/admin/imports?drafts=x", "a").body())
        .contains("\"field\":\"drafts\"");
    assertThat(desk.get(TestGateway.MANAGER, "api/admin/imports/none").statusCode()).isEqualTo(404);
  }

  /** Sends a line as it is, which an HTTP client would put right first. */
  private String raw(String line) {
    URI address = URI.create(root);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request = line + "\r\nHost: test\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
