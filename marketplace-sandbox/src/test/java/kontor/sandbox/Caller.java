package kontor.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import kontor.sandbox.document.Json;

/** A seller's program and a director in one: calls the sandbox over HTTP as a connector does. */
final class Caller {

  static final String ITEM = "/ebay/sell/inventory/v1/inventory_item/";
  static final String OFFER = "/ebay/sell/inventory/v1/offer";
  static final String INVENTORY = "/ebay/sell/inventory/v1";
  static final String ORDER = "/ebay/sell/fulfillment/v1/order";

  private static final String SCOPES =
      "https://api.ebay.com/oauth/api_scope/sell.inventory"
          + " https://api.ebay.com/oauth/api_scope/sell.fulfillment"
          + " https://api.ebay.com/oauth/api_scope/sell.finances";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private String token = "none";

  Caller(URI base) {
    this.base = base;
  }

  /** What came back; the body is null JSON if there was none. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {

    int errorId() {
      return body.at("/errors/0/errorId").asInt();
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The Post-Order API has another word before the token. */
  HttpRequest.Builder request(String path) {
    String word = path.startsWith("/ebay/post-order/") ? "IAF " : "Bearer ";
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(10))
        .header("Authorization", word + token);
  }

  String authority() {
    return base.getAuthority();
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), Json.parse(orNull(response.body())), response);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String orNull(String body) {
    return body.isEmpty() ? "null" : body;
  }

  Answer get(String path) {
    return send(request(path));
  }

  Answer call(String method, String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Content-Language", "de-DE")
            .method(method, BodyPublishers.ofString(body)));
  }

  Answer post(String path, String body) {
    return call("POST", path, body);
  }

  Answer put(String path, String body) {
    return call("PUT", path, body);
  }

  Answer tokenCall(String form) {
    String basic = "kontor-local:kontor-local-secret";
    return tokenCall(
        form, Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
  }

  Answer tokenCall(String form, String basic) {
    return send(
        HttpRequest.newBuilder(URI.create(base + "/ebay/identity/v1/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Signs in as the seller. */
  Caller signIn() {
    return signIn("kontor-local-refresh-token");
  }

  Caller signIn(String refreshToken) {
    Answer answer =
        tokenCall(
            "grant_type=refresh_token&refresh_token=" + refreshToken + "&scope=" + encode(SCOPES));
    use(answer.body().path("access_token").asText());
    return this;
  }

  void use(String other) {
    token = other;
  }

  /** Makes the seller's warehouse known. */
  Caller locate() {
    String body =
        "{'location':{'address':{'country':'DE','postalCode':'50667','city':'Köln'}},'name':'Lager'}";
    post(INVENTORY + "/location/lager", json(body));
    return this;
  }

  /** Puts an item with all that a listing needs. */
  Answer item(String sku, int quantity) {
    return put(ITEM + encode(sku), itemBody(quantity));
  }

  static String itemBody(int quantity) {
    return json(
        "{'availability':{'shipToLocationAvailability':{'quantity':"
            + quantity
            + "}},"
            + "'condition':'NEW','product':{'title':'Größenverstellbarer Hocker',"
            + "'description':'Aus Eschenholz.','ean':['4006381333931'],"
            + "'aspects':{'Farbe':['Weiß']},'imageUrls':['https://shop.example/hocker.png']}}");
  }

  static String offerBody(String sku, String price) {
    return json(
        "{'sku':'"
            + sku
            + "','marketplaceId':'EBAY_DE','format':'FIXED_PRICE',"
            + "'categoryId':'20490','merchantLocationKey':'lager','listingPolicies':"
            + "{'fulfillmentPolicyId':'1','paymentPolicyId':'2','returnPolicyId':'3'},"
            + "'pricingSummary':{'price':{'value':'"
            + price
            + "','currency':'EUR'}}}");
  }

  /** Puts an item and its offer; returns the offer's id. */
  String offer(String sku, int quantity, String price) {
    item(sku, quantity);
    return post(OFFER, offerBody(sku, price)).body().path("offerId").asText();
  }

  /** Lists a SKU; returns the listing's id. */
  String list(String sku, int quantity, String price) {
    String offer = offer(sku, quantity, price);
    return post(OFFER + "/" + offer + "/publish", "{}").body().path("listingId").asText();
  }

  /** Lets a buyer buy; returns the order's id. */
  String buy(String sku, int quantity) {
    Answer answer = purchase("{'sku':'" + sku + "','quantity':" + quantity + "}");
    return answer.body().path("orderId").asText();
  }

  Answer purchase(String body) {
    return post("/control/ebay/purchases", json(body));
  }

  void fault(String body) {
    Answer answer = post("/control/ebay/faults", json(body));
    if (answer.status() != 201) {
      throw new AssertionError("fault refused: " + answer.body());
    }
  }

  JsonNode ledger() {
    return get("/control/ebay/ledger").body();
  }

  /** JSON with single quotes, so that tests stay readable. */
  static String json(String text) {
    return text.replace('\'', '"');
  }
}
