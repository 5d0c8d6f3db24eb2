package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kontor.access.Caller;
import kontor.access.TestGateway;
import kontor.contracts.OrderId;
import kontor.order.privacy.PrivacyDesk;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is held of a customer is given out, and erased but for what the law keeps. */
class PrivacyServiceTest extends RunningOrderService {

  private static final String PASSWORD = "ein langes Passwort";

  @Autowired private MongoDatabase database;
  @Autowired private PrivacyDesk desk;

  /** Found nowhere else. */
  private final String canary = "Zyx" + UUID.randomUUID().toString().replace("-", "");

  private final String email = canary.toLowerCase(java.util.Locale.ROOT) + "@example.org";
  private Caller me = ANNA;

  @BeforeEach
  void customer() {
    String body =
        "{'email':'%s','name':'Jörg %s','password':'%s'}".formatted(email, canary, PASSWORD);
    me =
        TestGateway.customer(
            read(TestGateway.post(ANNA, url("/api/shop/customers"), body).body(), "$.id"));
    TestGateway.post(
        me,
        url("/api/shop/customers/me/addresses"),
        "{'name':'%s','street':'%s 3','postalCode':'50676','city':'Köln'}"
            .formatted(canary, canary));
    TestGateway.send(
        "PUT",
        me,
        url("/api/shop/customers/me/consents/PERSONAL_OFFERS"),
        "{'given':true,'textVersion':'p-1'}",
        Map.of());
  }

  @Test
  void theExportHoldsAllThatIsHeld() {
    OrderId order = completed();
    String export = export();
    assertThat(read(export, "$.profile.email")).isEqualTo(email);
    assertThat(read(export, "$.profile.addresses[0].street")).isEqualTo(canary + " 3");
    assertThat(read(export, "$.profile.consents[0].state")).isEqualTo("GIVEN");
    assertThat(read(export, "$.orders[0].order.id")).isEqualTo(order.value());
    assertThat(read(export, "$.orders[0].contact.name")).isEqualTo(canary);
    assertThat(read(export, "$.orders[0].mails[*].kind")).contains("INVOICE", "ORDER_CONFIRMED");
    assertThat(export).contains("kontor-customer-export/1").doesNotContain("$2a$", "$2b$");
    String pdf = read(export, "$.orders[0].invoices[0].pdf");
    assertThat(TestGateway.get(me, url(pdf)).statusCode()).isEqualTo(200);
    assertThat(TestGateway.get(ANNA, url(pdf)).statusCode()).isEqualTo(404);
    HttpResponse<String> admin =
        TestGateway.get(
            TestGateway.MANAGER, url("/api/admin/customers/" + me.subject() + "/export"));
    assertThat(read(admin.body(), "$.orders[0].contact.name")).isEqualTo(canary);
    assertThat(
            TestGateway.get(me, url("/api/admin/customers/" + me.subject() + "/export"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void erasureLeavesNothingButTheOriginalsWhichAreBlocked() {
    OrderId order = completed();
    assertThat(erase("falsch ist falsch").statusCode()).isEqualTo(401);
    HttpResponse<String> erased = erase(PASSWORD);
    assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
    assertThat(erased.headers().firstValue("Kontor-Session").orElseThrow())
        .startsWith("from " + me.subject());
    String number = read(erased.body(), "$.kept[0].what").replace("original of ", "");
    assertThat(read(erased.body(), "$.kept[0].until")).matches("20\\d\\d-12-31");
    assertThat(read(erased.body(), "$.kept[0].source")).contains("§ 14b");
    assertThat(collectionsWith(canary)).containsExactly("documents");

    String pdf = "/api/admin/documents/" + number + "/pdf";
    assertThat(TestGateway.get(TestGateway.MANAGER, url(pdf)).statusCode()).isEqualTo(403);
    assertThat(TestGateway.get(TestGateway.MANAGER, url(pdf + "?purpose=audit")).statusCode())
        .isEqualTo(200);
    assertThat(signIn().statusCode()).isEqualTo(401);
    assertThat(TestGateway.get(me, url("/api/shop/customers/me")).statusCode()).isEqualTo(403);
    assertThat(eraseByManager(me.subject()).statusCode()).isEqualTo(200);
    assertThat(eraseByManager("customer:" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(read(manager(order).body(), "$.status")).isEqualTo("COMPLETED");
  }

  @Test
  void anOpenOrderKeepsItsContactUntilItIsOver() {
    OrderId order = confirmed();
    HttpResponse<String> erased = erase(PASSWORD);
    assertThat(read(erased.body(), "$.kept[0].what")).contains("not over");
    assertThat(contact(order)).isNotNull();
    assertThat(collectionsWith(canary)).contains("contacts").doesNotContain("customers");

    complete(order);
    desk.carryOn();
    assertThat(contact(order)).isNull();
    assertThat(collectionsWith(canary)).containsExactly("documents");
  }

  @Test
  void anErasureThatACrashBrokeOffIsCarriedOn() {
    OrderId order = completed();
    database
        .getCollection("erasures")
        .insertOne(
            new Document("_id", me.subject())
                .append("requestedAt", Date.from(Instant.now().minus(Duration.ofHours(2))))
                .append("waiting", List.of())
                .append("erased", List.of())
                .append("open", true));
    desk.carryOn();
    desk.carryOn();
    assertThat(collectionsWith(canary)).containsExactly("documents");
    assertThat(contact(order)).isNull();
    Document request =
        database.getCollection("erasures").find(Filters.eq("_id", me.subject())).first();
    assertThat(request).isNotNull().containsEntry("open", false).containsKey("doneAt");
  }

  @Test
  void aGuestsContactIsErasedWithHisOrder() {
    OrderId order = order(checkOut(cart(1), UUID.randomUUID().toString(), request()));
    String path = "/api/admin/orders/" + order + "/erase-contact";
    String waits = TestGateway.post(TestGateway.MANAGER, url(path), "{}").body();
    assertThat(read(waits, "$.kept[0].order")).isEqualTo(order.value());
    manage(order, "cancel", "{'reason':'Irrtum'}");
    String done = TestGateway.post(TestGateway.MANAGER, url(path), "{}").body();
    assertThat(read(done, "$.erased[0]")).contains(order.value());
    assertThat(contact(order)).isNull();
    assertThat(TestGateway.post(ANNA, url(path), "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void theTableOfRetentionHasASourceForEachRow() {
    String table =
        TestGateway.get(TestGateway.MANAGER, url("/api/admin/customers/retention")).body();
    assertThat(JsonPath.<List<String>>read(table, "$[*].source")).hasSizeGreaterThan(5);
    assertThat(table).contains("P8Y", "§ 147");
  }

  /** The collections of the service in which these words are, even within a PDF's own text. */
  private Set<String> collectionsWith(String words) {
    Set<String> found = new TreeSet<>();
    for (String name : database.listCollectionNames()) {
      for (Document document : database.getCollection(name).find()) {
        if (document
            .toString()
            .toLowerCase(java.util.Locale.ROOT)
            .contains(words.toLowerCase(java.util.Locale.ROOT))) {
          found.add(name);
        }
      }
    }
    return found;
  }

  private Document contact(OrderId order) {
    return database.getCollection("contacts").find(Filters.eq("_id", order.value())).first();
  }

  private String request() {
    return "{'email':'%s','address':{'name':'%s','street':'%s 3','postalCode':'50676','city':'Köln'}}"
        .formatted(email, canary, canary);
  }

  private OrderId confirmed() {
    String cart =
        read(
            TestGateway.post(me, url("/api/shop/carts"), "{'lines':[{'sku':'TEE','quantity':1}]}")
                .body(),
            "$.id");
    OrderId order =
        order(
            TestGateway.send(
                "POST",
                me,
                url("/api/shop/carts/" + cart + "/checkout"),
                request(),
                Map.of("Idempotency-Key", UUID.randomUUID().toString())));
    grant(order);
    await().until(() -> read(manager(order).body(), "$.status").equals("CONFIRMED"));
    await().until(() -> export().contains(order.value())); // the index knows whose it is
    return order;
  }

  /** Shipped, delivered long ago, with its invoice mailed. */
  private OrderId completed() {
    OrderId order = confirmed();
    complete(order);
    await().until(() -> mailed(order).contains("INVOICE"));
    await().until(() -> export().contains("\"COMPLETED\""));
    return order;
  }

  private void complete(OrderId order) {
    manage(order, "ship", "{'carrier':'DHL'}");
    manage(order, "parcels/1/deliver", "{'at':'2020-01-01T00:00:00Z'}");
    await().until(() -> read(manager(order).body(), "$.status").equals("COMPLETED"));
  }

  private String mailed(OrderId order) {
    return TestGateway.get(TestGateway.MANAGER, url("/api/admin/mails?status=SENT&order=" + order))
        .body();
  }

  private String export() {
    return TestGateway.get(me, url("/api/shop/customers/me/export")).body();
  }

  private HttpResponse<String> erase(String password) {
    return TestGateway.send(
        "DELETE", me, url("/api/shop/customers/me"), "{'password':'" + password + "'}", Map.of());
  }

  private HttpResponse<String> eraseByManager(String subject) {
    return TestGateway.post(
        TestGateway.MANAGER, url("/api/admin/customers/" + subject + "/erase"), "{}");
  }

  private HttpResponse<String> signIn() {
    return TestGateway.post(
        ANNA, url("/api/shop/session"), "{'email':'" + email + "','password':'" + PASSWORD + "'}");
  }
}
