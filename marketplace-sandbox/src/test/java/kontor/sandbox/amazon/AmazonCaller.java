package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import kontor.sandbox.amazon.model.ModelCheck;
import kontor.sandbox.document.Json;

/**
 * A seller's program and a director in one. Every answer of the Selling Partner API is compared
 * with Amazon's document as it comes in.
 */
final class AmazonCaller {

  static final String ITEMS = "/amazon/listings/2021-08-01/items/A1KONTORLOCAL0";
  static final String ORDERS = "/amazon/orders/2026-01-01/orders";
  static final String PLACE = "marketplaceIds=A1PA6795UKMFR9";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private String token = "";

  AmazonCaller(URI base) {
    this.base = base;
  }

  /** What came back; the body is null JSON if there was none. */
  record Answer(int status, JsonNode body, HttpResponse<byte[]> raw) {

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    String code() {
      return body.at("/errors/0/code").asText();
    }

    String details() {
      return body.at("/errors/0/details").asText();
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String json(String text) {
    return text.replace('\'', '"');
  }

  HttpRequest.Builder request(String path) {
    URI uri = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? builder : builder.header("x-amz-access-token", token);
  }

  HttpResponse<byte[]> fetch(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Answer send(HttpRequest.Builder request) {
    HttpResponse<byte[]> raw = fetch(request);
    try {
      String text = new String(raw.body(), StandardCharsets.UTF_8);
      Answer answer = new Answer(raw.statusCode(), Json.parse(text.isEmpty() ? "null" : text), raw);
      compare(raw.request(), answer);
      return answer;
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON", e);
    }
  }

  private static void compare(HttpRequest asked, Answer answer) {
    String path = asked.uri().getRawPath();
    ModelCheck model = SharedDocuments.MODEL;
    if (model != null && path.startsWith("/amazon/") && !path.startsWith("/amazon/auth/")) {
      List<String> segments =
          Arrays.stream(path.substring("/amazon/".length()).split("/"))
              .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
              .toList();
      assertThat(model.response(asked.method(), segments, answer.status(), answer.body()))
          .as("%s %s -> %s", asked.method(), asked.uri(), answer.body())
          .isEmpty();
    }
  }

  Answer get(String path) {
    return send(request(path));
  }

  Answer call(String method, String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json(body))));
  }

  Answer post(String path, String body) {
    return call("POST", path, body);
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer tokenCall(String body) {
    return post("/amazon/auth/o2/token", body);
  }

  static String tokenBody(String secret, String refreshToken) {
    return "{'grant_type':'refresh_token','client_id':'kontor-local','client_secret':'"
        + secret
        + "','refresh_token':'"
        + refreshToken
        + "'}";
  }

  AmazonCaller signIn() {
    return signIn("kontor-local-refresh-token");
  }

  AmazonCaller signIn(String refreshToken) {
    Answer answer = tokenCall(tokenBody("kontor-local-secret", refreshToken));
    token = answer.body().path("access_token").asText();
    return this;
  }

  /** Signs in as the application, for calls that belong to no seller. */
  AmazonCaller signInAsApplication() {
    String body =
        "{'grant_type':'client_credentials','client_id':'kontor-local',"
            + "'client_secret':'kontor-local-secret','scope':'sellingpartnerapi::notifications'}";
    token = tokenCall(body).body().path("access_token").asText();
    return this;
  }

  void use(String other) {
    token = other;
  }

  void advance(String duration) {
    assertThat(post("/control/clock", "{'advance':'" + duration + "'}").status()).isEqualTo(200);
  }

  static String attributes(String price, int quantity, String gtin) {
    return "{'item_name':[{'value':'Hocker Größe M'}],'brand':[{'value':'Kontor'}],"
        + "'product_description':[{'value':'Aus Eschenholz'}],'country_of_origin':[{'value':'DE'}],"
        + "'externally_assigned_product_identifier':[{'type':'ean','value':'"
        + gtin
        + "'}],'condition_type':[{'value':'new_new'}],'purchasable_offer':[{'currency':'EUR',"
        + "'our_price':[{'schedule':[{'value_with_tax':"
        + price
        + "}]}]}],'fulfillment_availability':[{'fulfillment_channel_code':'DEFAULT','quantity':"
        + quantity
        + ",'lead_time_to_ship_max_days':3}]}";
  }

  Answer putItem(String sku, String attributes) {
    return call(
        "PUT",
        ITEMS + "/" + encode(sku) + "?" + PLACE,
        "{'productType':'HOME','attributes':" + attributes + "}");
  }

  Answer patchItem(String sku, String patches) {
    return call(
        "PATCH",
        ITEMS + "/" + encode(sku) + "?" + PLACE,
        "{'productType':'PRODUCT','patches':[" + patches + "]}");
  }

  Answer item(String sku, String parts) {
    return get(ITEMS + "/" + encode(sku) + "?" + PLACE + "&includedData=" + parts);
  }

  /** Lists a SKU and waits until it is there. */
  AmazonCaller list(String sku, int quantity, String price) {
    assertThat(putItem(sku, attributes(price, quantity, "4006381333931")).body().at("/status"))
        .hasToString("\"ACCEPTED\"");
    advance("PT2S");
    return this;
  }

  Answer purchase(String body) {
    return post("/control/amazon/purchases", body);
  }

  /** Lets a buyer buy; returns the order as the marketplace keeps it. */
  JsonNode buy(String sku, int quantity) {
    return purchase("{'sku':'" + sku + "','quantity':" + quantity + "}").body();
  }

  void fault(String body) {
    assertThat(post("/control/amazon/faults", body).status()).isEqualTo(201);
  }

  JsonNode ledger() {
    return get("/control/amazon/ledger").body();
  }
}
