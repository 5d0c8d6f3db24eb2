package kontor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.local.edge.Answer;
import kontor.local.edge.Edge;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Two customers live a whole life through the gateway, and a buyer buys on eBay: their names and
 * addresses are in their mails and in the stores that the table of retention names, in no topic and
 * in no log, and after erasure only where the law keeps them.
 */
@Order(7)
class PersonalDataTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final String PASSWORD = "ein wirklich langes Passwort";

  private final Platform platform = Platform.get();
  private final Edge manager = platform.manager();
  private final Goods goods = Goods.of(platform, 1, 50);

  /** A person whose every word is found nowhere else. */
  private static final class Person {
    final String mark = "q" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    final String language;
    final Edge edge;
    String id = "";

    Person(String language, Edge edge) {
      this.language = language;
      this.edge = edge;
    }

    String email() {
      return mark + "mail@example.org";
    }

    List<String> words() {
      return List.of(email(), mark + "name", mark + "weg", mark + "gmbh", PASSWORD);
    }

    Map<String, Object> profile() {
      return Map.of(
          "email",
          email(),
          "name",
          "Jörg " + mark + "name",
          "company",
          mark + "gmbh & Söhne",
          "language",
          language,
          "password",
          PASSWORD);
    }

    Map<String, Object> request() {
      Map<String, Object> address =
          Map.of(
              "name", "Jörg " + mark + "name",
              "company", mark + "gmbh & Söhne",
              "street", mark + "weg 7",
              "postalCode", "50676",
              "city", "Köln");
      return Map.of("email", email(), "method", "test", "address", address);
    }
  }

  @Test
  void whoBuysIsKnownToOneServiceAndForgottenOnDemand() {
    Person first = registered("de");
    Person second = registered("en");
    String kept = completed(first);
    String withdrawn = withdrawn(first);
    String open = ordered(second);
    Answer ebay = soldOnEbay();

    told(first, "ist bestätigt", "Eingangsbestätigung Ihres Widerrufs", "Rechnung RE-");
    told(second, "Your order " + number(open) + " is confirmed");
    assertThat(first.edge.get("/api/shop/orders").at("/total")).isEqualTo("2");

    List<String> words = new ArrayList<>(first.words());
    words.addAll(second.words());
    String alias = ebay.at("/email").replaceFirst("@.*", "");
    words.addAll(List.of(ebay.at("/email"), "buyer_" + alias, ebay.at("/name")));
    onNoTopicAndInNoLog(words);

    erased(first, List.of(kept, withdrawn));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        manager
                            .post("/api/admin/customers/" + second.id + "/erase", Map.of())
                            .text())
                    .contains(open, "not over"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(new Traces(second.words()).inStores().places())
                    .containsExactlyInAnyOrder("kontor_order.contacts", "kontor_order.mails"));
    onNoTopicAndInNoLog(words);
  }

  private static void onNoTopicAndInNoLog(List<String> words) {
    Traces.Found topics = new Traces(words).onTopics();
    assertThat(topics.places()).isEmpty();
    assertThat(topics.read()).isGreaterThan(100);
    Traces.Found logs = new Traces(words).inLogs();
    assertThat(logs.places()).isEmpty();
    assertThat(logs.read()).isGreaterThan(100);
  }

  private Person registered(String language) {
    Person person = new Person(language, platform.visitor());
    Answer answer = person.edge.post("/api/shop/customers", person.profile());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(
            person.edge.send("DELETE", "/api/shop/session", BodyPublishers.noBody(), JSON).status())
        .isEqualTo(204);
    assertThat(person.edge.get("/api/shop/session").status()).isEqualTo(401);
    Answer signedIn =
        person.edge.post(
            "/api/shop/session", Map.of("email", person.email(), "password", PASSWORD));
    assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
    person.id = signedIn.at("/id");
    assertThat(person.edge.get("/api/admin/orders").status()).isEqualTo(401);
    return person;
  }

  private String ordered(Person person) {
    String cart = goods.cart(person.edge, 1);
    Answer placed =
        person.edge.post(
            "/api/shop/carts/" + cart + "/checkout",
            person.request(),
            UUID.randomUUID().toString());
    assertThat(placed.status()).as(placed.text()).isEqualTo(202);
    String order = placed.at("/id");
    reaches(order, "CONFIRMED");
    return order;
  }

  private String completed(Person person) {
    String order = ordered(person);
    manage(order, "ship", Map.of("carrier", "DHL", "trackingNumber", "JJD0001"));
    manage(order, "parcels/1/deliver", Map.of("at", "2020-01-01T00:00:00Z"));
    reaches(order, "COMPLETED");
    return order;
  }

  private String withdrawn(Person person) {
    String order = ordered(person);
    Map<String, Object> contract = Map.of("number", number(order), "email", person.email());
    await()
        .atMost(SOON)
        .until(() -> platform.visitor().post("/api/shop/withdrawals", contract).ok());
    reaches(order, "CANCELLED");
    return order;
  }

  private void manage(String order, String action, Map<String, Object> body) {
    Answer answer = manager.post("/api/admin/orders/" + order + "/" + action, body);
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  private String number(String order) {
    return manager.get("/api/admin/orders/" + order).at("/number");
  }

  private void reaches(String order, String status) {
    await()
        .atMost(SOON)
        .until(() -> manager.get("/api/admin/orders/" + order).at("/status").equals(status));
  }

  /** What the connector keeps of the buyer. */
  private Answer soldOnEbay() {
    String sku = goods.skus().get(0);
    await().atMost(SOON).until(() -> buy(sku) == 201);
    String[] order = new String[1];
    await()
        .atMost(SOON)
        .until(
            () -> {
              Answer found =
                  manager.get(
                      "/api/admin/orders?channel=ebay-de&sku="
                          + java.net.URLEncoder.encode(
                              sku, java.nio.charset.StandardCharsets.UTF_8));
              order[0] = found.at("/items/0/id");
              return !order[0].isEmpty();
            });
    Answer buyer = manager.get("/api/admin/marketplaces/orders/" + order[0] + "/buyer");
    assertThat(buyer.status()).as(buyer.text()).isEqualTo(200);
    return buyer;
  }

  private static int buy(String sku) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(Platform.SANDBOX.resolve("/control/ebay/purchases"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    new ObjectMapper().writeValueAsBytes(Map.of("sku", sku, "quantity", 1))))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static void told(Person person, String... subjects) {
    for (String subject : subjects) {
      await()
          .atMost(SOON)
          .until(() -> Traces.mailsTo(person.email()).stream().anyMatch(m -> m.contains(subject)));
    }
    assertThat(Traces.mailsTo(person.email()))
        .allMatch(mail -> mail.contains("Jörg " + person.mark + "name"))
        .doesNotHaveDuplicates();
  }

  private void erased(Person person, List<String> orders) {
    Map<String, Object> password = new HashMap<>(Map.of("password", PASSWORD));
    Answer erased =
        person.edge.send(
            "DELETE", "/api/shop/customers/me", BodyPublishers.ofByteArray(bytes(password)), JSON);
    assertThat(erased.status()).as(erased.text()).isEqualTo(200);
    assertThat(erased.text()).contains("§ 14b");
    assertThat(person.edge.get("/api/shop/session").status()).isEqualTo(401);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              String again =
                  manager.post("/api/admin/customers/" + person.id + "/erase", Map.of()).text();
              assertThat(again).contains(orders);
              assertThat(new Traces(person.words()).inStores().places())
                  .containsExactly("kontor_order.documents");
            });
  }

  private static byte[] bytes(Object body) {
    try {
      return new ObjectMapper().writeValueAsBytes(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
