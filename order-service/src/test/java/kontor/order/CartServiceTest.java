package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.access.Caller;
import kontor.access.Role;
import kontor.access.TestGateway;
import kontor.contracts.Money;
import kontor.contracts.Sku;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.stock.StockLevelEvent.StockLevelChanged;
import kontor.eventstore.Origin;
import kontor.order.cart.CartMerge;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Carts of guests and customers, held against stock and prices. */
class CartServiceTest extends RunningOrderService {

  @Autowired private CartMerge merge;

  private final Caller guest = caller("guest:");
  private final Caller customer = caller("customer:");

  @Test
  void aLineSaysWhatCanBeHadNow() {
    String sku = offered(3);
    String cart = opened(guest, sku, 5);

    String seen = get(guest, cart);
    assertThat(read(seen, "$.lines[0].available")).isEqualTo("3");
    assertThat(read(seen, "$.lines[0].notices[0].code")).isEqualTo("FEWER_AVAILABLE");
    assertThat(read(seen, "$.lines[0].notices[0].text.de"))
        .isEqualTo("Nur noch 3 Stück verfügbar.");
    stock(sku, 0);
    await().until(() -> get(guest, cart).contains("OUT_OF_STOCK"));
    stock(sku, 5);
    await().until(() -> !get(guest, cart).contains("OUT_OF_STOCK"));
    assertThat(get(guest, cart)).contains("\"notices\":[]");
  }

  @Test
  void aLineThatSoldOutIsRefusedAtCheckoutAndTheSameKeyMayTryAgain() {
    String sku = offered(1);
    String cart = opened(guest, sku, 2);
    String key = UUID.randomUUID().toString();

    HttpResponse<String> refused = order(guest, cart, key, REQUEST);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .contains("application/problem+json");
    assertThat(read(refused.body(), "$.lines[0].sku")).isEqualTo(sku);
    assertThat(read(refused.body(), "$.lines[0].wanted")).isEqualTo("2");
    assertThat(read(refused.body(), "$.lines[0].available")).isEqualTo("1");
    assertThat(read(refused.body(), "$.lines[0].problem")).isEqualTo("FEWER_AVAILABLE");

    assertThat(read(get(guest, cart), "$.lines[0].quantity")).isEqualTo("2");
    setLine(guest, cart, sku, 1);
    assertThat(order(guest, cart, key, REQUEST).statusCode()).isEqualTo(202);
    stock(sku, 0);
    assertThat(order(guest, cart, key, REQUEST).statusCode()).as("a repetition").isEqualTo(202);
  }

  @Test
  void aPriceThatRoseIsSaidPerLineAndChargedOnlyWhenTheBuyerHasSeenIt() {
    String sku = offered(9);
    String cart = opened(guest, sku, 1);
    price(sku, "12.00");
    await().until(() -> get(guest, cart).contains("PRICE_CHANGED"));

    HttpResponse<String> refused = order(guest, cart, "p1", REQUEST);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(read(refused.body(), "$.lines[0].oldPrice.amount")).isEqualTo("10.70");
    assertThat(read(refused.body(), "$.lines[0].newPrice.amount")).isEqualTo("12.00");

    String noted =
        TestGateway.send("DELETE", guest, url("/api/shop/carts/" + cart + "/notices"), "", Map.of())
            .body();
    assertThat(noted).doesNotContain("PRICE_CHANGED");
    assertThat(order(guest, cart, "p1", REQUEST).statusCode()).isEqualTo(202);
  }

  @Test
  void aCustomerHasOneCartHoweverOftenAndWhereverHeAsks() {
    List<CompletableFuture<String>> asked =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> mine(customer)))
            .limit(8)
            .toList();
    List<String> ids = asked.stream().map(a -> read(a.join(), "$.id")).distinct().toList();

    assertThat(ids).hasSize(1);
    assertThat(opened(customer, offered(9), 1)).isEqualTo(ids.get(0));
    assertThat(order(customer, ids.get(0), "k", REQUEST).statusCode()).isEqualTo(202);
    assertThat(read(mine(customer), "$.id")).isNotEqualTo(ids.get(0));
    assertThat(TestGateway.get(guest, url("/api/shop/carts/mine")).statusCode()).isEqualTo(404);
  }

  @Test
  void case49SigningInWithTheLastUnitInBothCartsKeepsOneAndSaysSo() {
    String sku = offered(1);
    String other = offered(5);
    opened(customer, sku, 1);
    String before = opened(guest, sku, 1);

    signIn();
    String cart = mine(customer);
    assertThat(read(cart, "$.lines[0].quantity")).isEqualTo("1");
    assertThat(read(cart, "$.lines[0].notices[0].code")).isEqualTo("REDUCED");
    assertThat(TestGateway.get(guest, url("/api/shop/carts/" + before)).statusCode())
        .isEqualTo(404);
    String id = read(cart, "$.id");
    setLine(customer, id, other, 2);
    assertThat(read(get(customer, id), "$.lines[1].quantity")).isEqualTo("2");
    assertThat(get(customer, id)).contains("REDUCED");
    setLine(customer, id, sku, 1);
    assertThat(get(customer, id)).doesNotContain("REDUCED");
  }

  @Test
  void case49SixtyAndSixtyOfAHundredAreAHundredHoweverOftenTheyAreMerged() {
    String sku = offered(100);
    opened(customer, sku, 60);
    opened(guest, sku, 60);

    List<CompletableFuture<Void>> merges =
        IntStream.range(0, 6).mapToObj(i -> CompletableFuture.runAsync(this::signIn)).toList();
    merges.forEach(CompletableFuture::join);
    String cart = mine(customer);
    assertThat(read(cart, "$.lines[0].quantity")).isEqualTo("100");
    assertThat(read(cart, "$.lines[0].notices[0].text.de")).contains("120", "100");
    setLine(customer, read(cart, "$.id"), sku, 7);
    signIn();
    assertThat(read(mine(customer), "$.lines[0].quantity")).isEqualTo("7");
  }

  private void signIn() {
    merge.merge(guest.subject(), customer.subject(), Origin.of("test", "sign-in"));
  }

  private static Caller caller(String kind) {
    return new Caller(kind + UUID.randomUUID(), java.util.Set.of(Role.GUEST));
  }

  /** A new article of which so many can be sold. */
  private String offered(int units) {
    String sku = "T-" + UUID.randomUUID().toString().substring(0, 13);
    offer(sku);
    stock(sku, units);
    String cart = opened(ANYBODY, sku, 1);
    await().until(() -> get(ANYBODY, cart).contains("\"available\":" + units));
    return sku;
  }

  private static final Caller ANYBODY = caller("guest:");

  private static void stock(String sku, int units) {
    neighbours.publish("stock", sku, new StockLevelChanged(new Sku(sku), units, 0, units));
  }

  private static void price(String sku, String amount) {
    List<Price> prices = List.of(Price.gross(Money.of(amount, "EUR")));
    neighbours.publish("price", sku, new PricesSet(new Sku(sku), prices));
  }

  private String opened(Caller caller, String sku, int units) {
    String body = "{'lines':[{'sku':'" + sku + "','quantity':" + units + "}]}";
    return read(TestGateway.post(caller, url("/api/shop/carts"), body).body(), "$.id");
  }

  private void setLine(Caller caller, String cart, String sku, int units) {
    String body = "{'sku':'" + sku + "','quantity':" + units + "}";
    String path = "/api/shop/carts/" + cart + "/lines";
    HttpResponse<String> set = TestGateway.send("PUT", caller, url(path), body, Map.of());
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
  }

  private String get(Caller caller, String cart) {
    return TestGateway.get(caller, url("/api/shop/carts/" + cart)).body();
  }

  private String mine(Caller caller) {
    return TestGateway.get(caller, url("/api/shop/carts/mine")).body();
  }

  private HttpResponse<String> order(Caller caller, String cart, String key, String body) {
    return TestGateway.send(
        "POST",
        caller,
        url("/api/shop/carts/" + cart + "/checkout"),
        body,
        Map.of("Idempotency-Key", key));
  }
}
