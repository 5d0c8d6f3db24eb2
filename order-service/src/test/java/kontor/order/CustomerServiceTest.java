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
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer's account, from registering to the order history. */
class CustomerServiceTest extends RunningOrderService {

  private static final String PASSWORD = "ein langes Passwort";

  private final String email = "käthe." + UUID.randomUUID() + "@example.org";

  @Test
  void aVisitorBecomesACustomerAndSignsIn() {
    HttpResponse<String> registered = register(email);
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    String id = read(registered.body(), "$.id");
    assertThat(registered.headers().firstValue("Kontor-Session").orElseThrow())
        .matches("start " + id + " \\d+");
    assertThat(registered.body()).doesNotContain("assword").contains("\"number\":\"K1");

    HttpResponse<String> signedIn = signIn(email.toUpperCase(java.util.Locale.ROOT), PASSWORD);
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
    assertThat(read(signedIn.body(), "$.id")).isEqualTo(id);
    Caller me = TestGateway.customer(id);
    assertThat(read(TestGateway.get(me, url("/api/shop/session")).body(), "$.name"))
        .isEqualTo("Käthe Müßig");
    assertThat(TestGateway.get(ANNA, url("/api/shop/session")).statusCode()).isEqualTo(401);
  }

  @Test
  void anAddressHasOneAccountHoweverManyRegisterAtOnce() {
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> register(email).statusCode()))
            .toList();
    List<Integer> answers = all.stream().map(CompletableFuture::join).toList();
    assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
    assertThat(register(email.replace("käthe", "KÄTHE")).body()).contains("email");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'A','password':'ein langes Passwort'}|email",
        "{'email':'a@b','name':'A','password':'ein langes Passwort'}|email",
        "{'email':'a@b.de','password':'ein langes Passwort'}|name",
        "{'email':'a@b.de','name':'A\\u000d\\u000aBcc: x','password':'ein langes Passwort'}|name",
        "{'email':'a@b.de','name':'A','password':'kurz'}|password",
        "{'email':'a@b.de','name':'A','password':'ein langes Passwort','group':'b2b'}|group",
        "{'email':'a@b.de','name':'A','password':'ein langes Passwort','vatId':'DE'}|vatId",
        "{'email':'a@b.de','name':'A','password':'ein langes Passwort','language':'fr'}|language"
      })
  void badInputIsAnsweredWithItsField(String body, String field) {
    HttpResponse<String> answer = TestGateway.post(ANNA, url("/api/shop/customers"), body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(read(answer.body(), "$.errors[0].field")).isEqualTo(field);
  }

  @Test
  void wrongPasswordsAndUnknownAddressesAreAnsweredAlikeAndPausedAlike() {
    register(email);
    String unknown = "niemand." + UUID.randomUUID() + "@example.org";
    for (String who : List.of(email, unknown)) {
      List<Integer> answers =
          Stream.generate(() -> signIn(who, "ein falsches Passwort").statusCode())
              .limit(7)
              .toList();
      assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429, 429);
      HttpResponse<String> paused = signIn(who, PASSWORD);
      assertThat(paused.statusCode()).isEqualTo(429);
      assertThat(paused.headers().firstValue("Retry-After")).isPresent();
    }
    String other = "andere." + email;
    register(other);
    assertThat(signIn(other, "falsch ist falsch").body())
        .isEqualTo(signIn("x" + unknown, "falsch ist falsch").body());
  }

  @Test
  void manyTriesAtOnceAreNoWayAroundThePause() {
    register(email);
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> signIn(email, "ein falsches Passwort").statusCode()))
            .toList();
    assertThat(all.stream().map(CompletableFuture::join).filter(s -> s == 401)).hasSize(5);
  }

  @Test
  void twoChangesAtOnceDoNotUndoEachOther() {
    Caller me = customer(email);
    String profile =
        "{'email':'" + email + "','name':'Käthe Groß','company':'Müßig & Söhne','language':'en'}";
    String path = "/api/shop/customers/me";
    assertThat(put(me, path, profile, Map.of()).statusCode()).isEqualTo(428);
    assertThat(put(me, path, profile, Map.of("If-Match", "\"1\"")).statusCode()).isEqualTo(200);
    assertThat(put(me, path, profile, Map.of("If-Match", "\"1\"")).statusCode()).isEqualTo(412);
    HttpResponse<String> now = TestGateway.get(me, url(path));
    assertThat(now.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(now.body()).contains("Müßig & Söhne", "\"language\":\"en\"");
  }

  @Test
  void anotherAddressNeedsThePasswordAndMustBeFree() {
    Caller me = customer(email);
    String taken = "zwei." + email;
    register(taken);
    Map<String, String> seen = Map.of("If-Match", "\"1\"");
    String without = "{'email':'drei." + email + "','name':'K'}";
    assertThat(put(me, "/api/shop/customers/me", without, seen).body()).contains("password");
    String wrong = without.replace("}", ",'password':'ein falsches Passwort'}");
    assertThat(put(me, "/api/shop/customers/me", wrong, seen).statusCode()).isEqualTo(401);
    String right = without.replace("}", ",'password':'" + PASSWORD + "'}");
    assertThat(
            put(me, "/api/shop/customers/me", right.replace("drei.", "zwei."), seen).statusCode())
        .isEqualTo(409);
    assertThat(put(me, "/api/shop/customers/me", right, seen).statusCode()).isEqualTo(200);
    assertThat(signIn("drei." + email, PASSWORD).statusCode()).isEqualTo(200);
    assertThat(signIn(email, PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void addressesAreKeptWithTheirDefaults() {
    Caller me = customer(email);
    String path = "/api/shop/customers/me/addresses";
    String home = "{'name':'Käthe','street':'Löwengasse 3','postalCode':'50676','city':'Köln'}";
    TestGateway.post(me, url(path), home);
    String two = TestGateway.post(me, url(path), home.replace("}", ",'forInvoice':true}")).body();
    String first = read(two, "$.addresses[0].id");
    String second = read(two, "$.addresses[1].id");
    assertThat(read(two, "$.deliveryAddress")).isEqualTo(first);
    assertThat(read(two, "$.invoiceAddress")).isEqualTo(second);
    assertThat(TestGateway.post(me, url(path), home.replace("50676", "1010")).body())
        .contains("postalCode");
    HttpResponse<String> removed =
        TestGateway.send("DELETE", me, url(path + "/" + second), "", Map.of("If-Match", "\"3\""));
    assertThat(read(removed.body(), "$.invoiceAddress")).isEqualTo(first);
    Caller other = customer("andere." + email);
    assertThat(put(other, path + "/" + first, home, Map.of("If-Match", "\"1\"")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aNewPasswordCountsAndEndsTheSessions() {
    Caller me = customer(email);
    String body = "{'password':'" + PASSWORD + "','newPassword':'ein anderes Passwort'}";
    HttpResponse<String> changed = put(me, "/api/shop/customers/me/password", body, Map.of());
    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(changed.headers().firstValue("Kontor-Session").orElseThrow())
        .startsWith("from " + me.subject());
    assertThat(signIn(email, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(signIn(email, "ein anderes Passwort").statusCode()).isEqualTo(200);
  }

  @Test
  void aCustomerSeesHisOrdersNewestFirstPageByPage() {
    Caller me = customer(email);
    List<OrderId> placed = Stream.generate(() -> order(me)).limit(3).toList();
    await().until(() -> history(me, "").contains("\"total\":3"));
    String page = history(me, "?limit=2");
    assertThat(read(page, "$.items[*].id"))
        .isEqualTo("[\"" + placed.get(2) + "\",\"" + placed.get(1) + "\"]");
    String rest = history(me, "?limit=2&cursor=" + read(page, "$.next"));
    assertThat(read(rest, "$.items[*].id")).isEqualTo("[\"" + placed.get(0) + "\"]");
    assertThat(history(customer("andere." + email), "")).contains("\"total\":0");
    assertThat(TestGateway.get(ANNA, url("/api/shop/orders/" + placed.get(0))).statusCode())
        .isEqualTo(404);
    assertThat(admin("?customer=" + me.subject())).contains("\"total\":3");
    String seen =
        TestGateway.get(TestGateway.MANAGER, url("/api/admin/customers/" + me.subject())).body();
    assertThat(read(seen, "$.orders[0].id")).isEqualTo(placed.get(2).value());
  }

  @Test
  void aManagerFindsCustomersAndSetsTheirGroup() {
    Caller me = customer(email);
    String found = customers("?q=" + email.substring(6, 20));
    assertThat(read(found, "$.items[*].id")).isEqualTo("[\"" + me.subject() + "\"]");
    assertThat(found).doesNotContain("assword", "$2a");
    String path = "/api/admin/customers/" + me.subject();
    HttpResponse<String> grouped =
        TestGateway.send(
            "PUT",
            TestGateway.MANAGER,
            url(path + "/group"),
            "{'group':'b2b'}",
            Map.of("If-Match", "\"1\""));
    assertThat(read(grouped.body(), "$.group")).isEqualTo("b2b");
    assertThat(TestGateway.get(me, url(path)).statusCode()).isEqualTo(403);
    String first = customers("?limit=1");
    String second = customers("?limit=1&cursor=" + read(first, "$.next"));
    assertThat(read(second, "$.items[0].number")).isGreaterThan(read(first, "$.items[0].number"));
    assertThat(customers("?cursor=x")).contains("cursor");
  }

  private OrderId order(Caller me) {
    String cart =
        read(
            TestGateway.post(me, url("/api/shop/carts"), "{'lines':[{'sku':'TEE','quantity':1}]}")
                .body(),
            "$.id");
    return order(
        TestGateway.send(
            "POST",
            me,
            url("/api/shop/carts/" + cart + "/checkout"),
            REQUEST,
            Map.of("Idempotency-Key", UUID.randomUUID().toString())));
  }

  private String history(Caller me, String query) {
    return TestGateway.get(me, url("/api/shop/orders" + query)).body();
  }

  private String customers(String query) {
    return TestGateway.get(TestGateway.MANAGER, url("/api/admin/customers" + query)).body();
  }

  private HttpResponse<String> put(
      Caller who, String path, String body, Map<String, String> headers) {
    return TestGateway.send("PUT", who, url(path), body, headers);
  }

  private Caller customer(String address) {
    return TestGateway.customer(read(register(address).body(), "$.id"));
  }

  private HttpResponse<String> register(String address) {
    return TestGateway.post(
        ANNA,
        url("/api/shop/customers"),
        "{'email':'" + address + "','name':'Käthe Müßig','password':'" + PASSWORD + "'}");
  }

  private HttpResponse<String> signIn(String address, String password) {
    return TestGateway.post(
        ANNA,
        url("/api/shop/session"),
        "{'email':'" + address + "','password':'" + password + "'}");
  }
}
