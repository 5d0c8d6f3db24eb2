package kontor.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import kontor.local.edge.Patience;
import kontor.local.importing.FileImport;
import kontor.local.platform.PlatformException;

/** What the story's people do and see. Each act returns a sentence on what was seen. */
final class Scene {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int RECEIVED = 20;

  private final Edge manager;
  private final Edge shopper;
  private final Edge sandbox;
  private final String run =
      Long.toString(System.currentTimeMillis(), 36).toUpperCase(java.util.Locale.ROOT);
  private final String sku = "STORY/TEEDOSE GRÜN " + run;
  private final String key = UUID.randomUUID().toString();
  private Path file = Path.of("");
  private String price = "";
  private String cart = "";
  private Map<String, Object> request = Map.of();
  private String order = "";
  private final Markets markets;

  Scene(Edge manager, Edge shopper, Edge sandbox) {
    this.manager = manager;
    this.shopper = shopper;
    this.sandbox = sandbox;
    this.markets = new Markets(manager, sandbox, sku);
  }

  String importFile() throws IOException {
    file = Files.createTempFile("story-", ".csv");
    Files.writeString(file, StoryFile.content(run, sku));
    FileImport.Result result = new FileImport(manager).run(file, state -> {});
    check(result.report().at("/rows/new").asInt() == 1, "not imported: " + result.report());
    return "1 product with SKU " + sku;
  }

  String importAgain() throws IOException {
    FileImport.Result result = new FileImport(manager).run(file, state -> {});
    Files.deleteIfExists(file);
    check(result.report().at("/rows/unchanged").asInt() == 1, "changed: " + result.report());
    return "1 row unchanged";
  }

  String receive() {
    Map<String, Object> booking =
        Map.of(
            "reference",
            "story-" + run,
            "lines",
            List.of(Map.of("sku", sku, "quantity", RECEIVED)));
    Patience.until(
        "inventory knows the product",
        SOON,
        () -> {
          Answer answer = manager.post("/api/admin/stock/receipts", booking);
          return answer.ok() ? java.util.Optional.of(answer) : java.util.Optional.empty();
        });
    untilAvailable(RECEIVED);
    return RECEIVED + " available";
  }

  String listed() {
    JsonNode listing = markets.untilListed(RECEIVED);
    price = listing.at("/price/amount").asText();
    return "listing " + listing.at("/listingId").asText() + " at " + price + " EUR";
  }

  String find() {
    JsonNode found =
        Patience.until(
            "the search finds it",
            SOON,
            () -> {
              String path = "/api/shop/products?lang=de&q=" + encode("teedose " + run);
              JsonNode first = get(shopper, path).at("/items/0");
              return first.isObject() ? java.util.Optional.of(first) : java.util.Optional.empty();
            });
    JsonNode detail = get(shopper, "/api/shop/products/" + encode(found.path("id").asText()));
    String shown = detail.at("/variants/0/price/amount").asText();
    check(shown.equals(price), "the shop shows " + shown + ", eBay " + price);
    return shown + " EUR, as on eBay";
  }

  String fillCart() {
    JsonNode opened = post(shopper, "/api/shop/carts", Map.of("lines", List.of(line(2))));
    cart = opened.at("/id").asText();
    check(
        opened.at("/lines/0/unitPrice/amount").asText().equals(price),
        "the cart asks for " + opened.at("/lines/0/unitPrice"));
    request =
        Map.of(
            "email", "story@example.org",
            "quoteHash", opened.at("/quote/hash").asText(),
            "address",
                Map.of(
                    "name", "Jörg Müßig",
                    "street", "Löwengasse 3",
                    "postalCode", "50676",
                    "city", "Köln"));
    return opened.at("/quote/grand/amount").asText()
        + " EUR, of it "
        + opened.at("/quote/tax/amount").asText()
        + " VAT";
  }

  String checkOut() {
    Answer placed = shopper.post("/api/shop/carts/" + cart + "/checkout", request, key);
    check(placed.status() == 202, placed.text());
    order = placed.at("/id");
    return "order " + placed.at("/number");
  }

  String checkOutAgain() {
    Answer again = shopper.post("/api/shop/carts/" + cart + "/checkout", request, key);
    check(again.at("/id").equals(order), "another answer: " + again.text());
    return "order " + again.at("/number");
  }

  String confirmed() {
    String live = shopper.get("/api/shop/orders/" + order + "/events").text();
    check(live.contains("\"CONFIRMED\""), "the stream says " + live);
    return "seen live";
  }

  String stockFell() {
    untilAvailable(RECEIVED - 2);
    long start = System.nanoTime();
    markets.untilListed(RECEIVED - 2);
    return (RECEIVED - 2)
        + " left; both knew "
        + (System.nanoTime() - start) / 1_000_000
        + " ms later";
  }

  String ebaySale() {
    sandbox.post(
        "/control/ebay/faults",
        Map.of("operation", "getOrders", "kind", "REPEAT_ORDER", "times", 3));
    markets.buy("ebay", 3);
    untilAvailable(RECEIVED - 5);
    return markets.told("ebay");
  }

  String amazonSale() {
    markets.buy("amazon", 1);
    untilAvailable(RECEIVED - 6);
    return markets.told("amazon");
  }

  String ship() {
    for (String id : List.of(order, markets.order("ebay"), markets.order("amazon"))) {
      post(
          manager,
          "/api/admin/orders/" + id + "/ship",
          Map.of("carrier", "DHL", "trackingNumber", Markets.tracking(id)));
    }
    Patience.untilTrue("stock has left", SOON, () -> onHand() == RECEIVED - 6);
    return (RECEIVED - 6) + " on hand";
  }

  String tracking() {
    markets.untilTracked("ebay", "fulfillments");
    markets.untilTracked("amazon", "shipments");
    return "once each";
  }

  String giveBack() {
    post(
        manager,
        "/api/admin/orders/" + order + "/returns",
        Map.of("rma", "RMA-" + run, "lines", List.of(Map.of("line", 1, "quantity", 1))));
    Patience.untilTrue("stock is back", SOON, () -> onHand() == RECEIVED - 5);
    return (RECEIVED - 5) + " on hand, " + price + " EUR refunded";
  }

  String refused() {
    JsonNode opened = post(shopper, "/api/shop/carts", Map.of("lines", List.of(line(999))));
    String left = Integer.toString(RECEIVED - 5);
    Patience.untilTrue(
        "the cart says what is left",
        SOON,
        () ->
            shopper
                .get("/api/shop/carts/" + opened.at("/id").asText())
                .at("/lines/0/available")
                .equals(left));
    Map<String, Object> again = new java.util.HashMap<>(request);
    again.put("quoteHash", opened.at("/quote/hash").asText());
    Answer placed =
        shopper.post(
            "/api/shop/carts/" + opened.at("/id").asText() + "/checkout",
            again,
            UUID.randomUUID().toString());
    check(placed.status() == 409, placed.text());
    check(placed.at("/lines/0/problem").equals("FEWER_AVAILABLE"), placed.text());
    check(placed.at("/lines/0/available").equals(left), placed.text());
    return left + " of 999 available";
  }

  String figures() {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    Patience.untilTrue(
        "analytics counts the units",
        SOON,
        () -> {
          String path = "/api/admin/analytics/products?limit=200&from=" + today + "&to=" + today;
          for (JsonNode item : get(manager, path).path("items")) {
            if (item.path("sku").asText().equals(sku)) {
              return item.path("units").asInt() >= 5;
            }
          }
          return false;
        });
    return "units of all channels counted";
  }

  private void untilAvailable(int units) {
    Patience.untilTrue(
        units + " units are available",
        SOON,
        () -> get(manager, level()).at("/available").asInt(-1) == units);
  }

  private int onHand() {
    return get(manager, level()).at("/onHand").asInt(-1);
  }

  private String level() {
    return "/api/admin/stock/level?sku=" + encode(sku);
  }

  private Map<String, Object> line(int quantity) {
    return Map.of("sku", sku, "quantity", quantity);
  }

  private static JsonNode get(Edge edge, String path) {
    Answer answer = edge.get(path);
    check(answer.ok() || answer.status() == 404, path + ": " + answer.text());
    return answer.body();
  }

  private static JsonNode post(Edge edge, String path, Object body) {
    Answer answer = edge.post(path, body);
    check(answer.ok(), path + ": " + answer.text());
    return answer.body();
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new PlatformException(otherwise);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
