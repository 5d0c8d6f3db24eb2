package kontor.sandbox.etsy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import kontor.sandbox.document.Json;

/** A seller's program and a director in one. */
final class EtsyCaller {

  static final String SHOP = "/shops/40000001";
  static final String READINESS = "400000012";
  static final String DRAFT =
      "quantity=5&title=Lampe&description=Eine+Lampe&price=24.90&who_made=i_did"
          + "&when_made=made_to_order&taxonomy_id=891&shipping_profile_id=400000011"
          + "&readiness_state_id="
          + READINESS;

  private static final String PICTURE = "\u0089PNG";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private String token = "";
  String refreshToken = "kontor-local-refresh-token";

  EtsyCaller(URI base) {
    this.base = base;
  }

  /** What came back; the body is null JSON if there was none. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    String error() {
      return body.path("error").asText();
    }

    String at(String pointer) {
      return body.at(pointer).asText();
    }
  }

  Answer refresh(String with) {
    String form = "grant_type=refresh_token&client_id=kontor-local&refresh_token=" + with;
    return tokens(form);
  }

  Answer tokens(String form) {
    return send(
        HttpRequest.newBuilder(URI.create(base + "/etsy/v3/public/oauth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  EtsyCaller signIn() {
    Answer answer = refresh(refreshToken);
    assertThat(answer.status()).isEqualTo(200);
    refreshToken = answer.at("/refresh_token");
    return use(answer.at("/access_token"));
  }

  EtsyCaller use(String other) {
    token = other;
    return this;
  }

  HttpRequest.Builder api(String path) {
    return HttpRequest.newBuilder(URI.create(base + "/etsy/v3/application" + path))
        .header("x-api-key", "kontor-local:kontor-local-secret")
        .header("Authorization", "Bearer " + token);
  }

  Answer get(String path) {
    return send(api(path).GET());
  }

  Answer form(String method, String path, String form) {
    return send(
        api(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(form)));
  }

  Answer put(String path, String json) {
    return send(
        api(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  Answer delete(String path) {
    return send(api(path).DELETE());
  }

  Answer upload(String listing, String content) {
    String body =
        "--cut\r\nContent-Disposition: form-data; name=\"rank\"\r\n\r\n1\r\n"
            + "--cut\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
            + "Content-Type: image/png\r\n\r\n"
            + content
            + "\r\n--cut--\r\n";
    return send(
        api(SHOP + "/listings/" + listing + "/images")
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(BodyPublishers.ofString(body, ISO_8859_1)));
  }

  Answer control(String path, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(base + "/control" + path))
            .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
  }

  JsonNode ledger() {
    return send(HttpRequest.newBuilder(URI.create(base + "/control/etsy/ledger"))).body();
  }

  JsonNode paymentAccount() {
    return send(HttpRequest.newBuilder(URI.create(base + "/control/etsy/payment-account"))).body();
  }

  /** The number of a new listing that is on sale. */
  String list(String sku, int quantity, String price) {
    String id = form("POST", SHOP + "/listings", DRAFT).at("/listing_id");
    assertThat(upload(id, PICTURE).status()).isEqualTo(201);
    Answer put = put("/listings/" + id + "/inventory", inventory(sku, quantity, price));
    assertThat(put.status()).as(put.error()).isEqualTo(200);
    Answer active = form("PATCH", SHOP + "/listings/" + id, "state=active");
    assertThat(active.at("/state")).isEqualTo("active");
    return id;
  }

  static String inventory(String sku, int quantity, String price) {
    return "{'products':[{'sku':'"
        + sku
        + "','property_values':[],'offerings':[{'quantity':"
        + quantity
        + ",'is_enabled':true,'price':"
        + price
        + ",'readiness_state_id':"
        + READINESS
        + "}]}]}";
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
      String body = answer.body();
      return new Answer(answer.statusCode(), Json.parse(body.isEmpty() ? "null" : body), answer);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
