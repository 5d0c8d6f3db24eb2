package kontor.catalog;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import kontor.access.Caller;
import kontor.access.TestGateway;

/** What a manager and a shopper do with the service in a test. */
final class Desk {

  private final String root;

  Desk(String root) {
    this.root = root;
  }

  /** Waits until the service is ready. */
  Desk ready() {
    await().until(() -> get(TestGateway.ANNA, "q/health/ready").statusCode() == 200);
    return this;
  }

  HttpResponse<String> put(String path, String body) {
    return put(path, body, Map.of());
  }

  HttpResponse<String> put(String path, String body, Map<String, String> headers) {
    return TestGateway.send("PUT", TestGateway.MANAGER, root + path, body, headers);
  }

  HttpResponse<String> delete(String path) {
    return TestGateway.send("DELETE", TestGateway.MANAGER, root + path, "", Map.of());
  }

  HttpResponse<String> get(Caller caller, String path) {
    return TestGateway.get(caller, root + path);
  }

  String shop(String path) {
    return get(TestGateway.ANNA, "api/shop/" + path).body();
  }

  String admin(String path) {
    return get(TestGateway.MANAGER, path).body();
  }

  /** Publishes a product with one variant and a price. */
  void offer(String id, String sku, String amount) {
    ok(put("api/admin/products/" + id, product(id, sku, "")));
    ok(put("api/admin/prices", price(sku, amount)));
    await().until(() -> shop("products/" + id).contains(amount));
  }

  static String product(String title, String sku, String components) {
    return "{'texts':[{'language':'de','title':'"
        + title
        + "'}],'variants':[{'sku':'"
        + sku
        + "','components':["
        + components
        + "]}]}";
  }

  static String price(String sku, String amount) {
    return "{'sku':'"
        + sku
        + "','prices':[{'amount':{'amount':'"
        + amount
        + "','currency':'EUR'}}]}";
  }

  private static void ok(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.body());
    }
  }

  /** Sends a file and waits until it is done; returns the report. */
  String imported(String file, String parameters) {
    HttpResponse<String> sent =
        TestGateway.send(
            "POST", TestGateway.MANAGER, root + "api/admin/imports" + parameters, file, Map.of());
    if (sent.statusCode() != 202) {
      throw new AssertionError(sent.body());
    }
    String path = location(sent.body());
    await().until(() -> admin(path).matches("(?s).*\"state\":\"(DONE|FAILED|INTERRUPTED)\".*"));
    return admin(path);
  }

  static String location(String report) {
    return "api/admin/imports/" + report.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }
}
