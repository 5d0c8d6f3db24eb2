package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.access.Caller;
import kontor.access.TestGateway;
import kontor.contracts.Money;
import kontor.contracts.OrderId;
import kontor.contracts.ProductId;
import kontor.contracts.Sku;
import kontor.contracts.TaxClass;
import kontor.contracts.order.OrderEvent.OrderPaid;
import kontor.contracts.order.OrderEvent.OrderRefunded;
import kontor.contracts.price.PriceEvent.Price;
import kontor.contracts.price.PriceEvent.PricesSet;
import kontor.contracts.product.ProductEvent.ProductPublished;
import kontor.contracts.product.ProductEvent.ProductText;
import kontor.contracts.product.ProductEvent.Variant;
import kontor.contracts.reservation.ReservationEvent.ReservationGranted;
import kontor.contracts.topic.Topics;
import kontor.eventstore.TopicReader;
import kontor.eventstore.TopicWriter;
import kontor.local.TestPlatform;
import kontor.order.payment.adapter.stripe.StripeStandIn;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The service with a real broker, store and mail server, shared by its tests; catalog, inventory,
 * eBay and Stripe are played. What is static ends with the JVM.
 */
@ActiveProfiles("test")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningOrderService {

  static final Caller ANNA = TestGateway.ANNA;
  static final String ADDRESS =
      "'address':{'name':'Jörg Müßig','street':'Löwengasse 3','postalCode':'50676','city':'Köln'}";
  static final String REQUEST = "{'email':'joerg@example.org'," + ADDRESS + "}";

  static final String SECRET = "between the provider and us";
  static final StripeStandIn STRIPE = new StripeStandIn(SECRET);
  static final GreenMail MAIL = mailServer();
  private static final Path DATA = Path.of("target", "order-data-" + System.nanoTime());

  static TopicWriter neighbours = new TopicWriter(TestPlatform.bootstrapServers());
  static TopicReader published = new TopicReader(TestPlatform.bootstrapServers(), Topics.ORDERS);

  @Autowired Environment environment;

  @DynamicPropertySource
  static void platform(DynamicPropertyRegistry registry) {
    registry.add("kontor.mongodb-uri", TestPlatform::mongoUri);
    registry.add("kontor.kafka-bootstrap-servers", TestPlatform::bootstrapServers);
    registry.add("kontor.token-public-key", TestGateway::publicKey);
    registry.add("kontor.payment.test-provider", () -> "true");
    registry.add("kontor.payment.account-for-consumers", () -> "true");
    registry.add("kontor.payment.webhook-secret", () -> SECRET);
    registry.add("kontor.payment.stripe.secret-key", () -> "sk_test_nobody");
    registry.add("kontor.payment.stripe.publishable-key", () -> "pk_test_nobody");
    registry.add("kontor.payment.stripe.webhook-secret", () -> SECRET);
    registry.add("kontor.payment.stripe.base-url", STRIPE::address);
    registry.add("kontor.data-dir", DATA::toString);
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    registry.add("spring.mail.properties.mail.smtp.starttls.required", () -> "false");
    registry.add("kontor.mail.check-every", () -> "100ms");
    registry.add("kontor.promotion.check-every", () -> "200ms");
    registry.add("kontor.mail.first-pause", () -> "200ms");
  }

  /** On a port of its own, so that it can be stopped and come back. */
  private static GreenMail mailServer() {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    server.start();
    return server;
  }

  @BeforeEach
  void assortment() {
    offer("TEE");
  }

  /** Catalog publishes an article for 10.70 EUR; ends when the shop sells it. */
  void offer(String sku) {
    Variant variant = new Variant(new Sku(sku), null, List.of(), List.of(), null, List.of());
    List<ProductText> texts = List.of(new ProductText("de", "Grüner Tee", ""));
    String product = sku.toLowerCase(Locale.ROOT);
    neighbours.publish(
        "product",
        product,
        new ProductPublished(
            new ProductId(product), texts, null, List.of(), TaxClass.REDUCED, List.of(variant)));
    neighbours.publish(
        "price", sku, new PricesSet(new Sku(sku), List.of(Price.gross(Money.of("10.70", "EUR")))));
    await().until(() -> openCart(sku, 2).statusCode() == 201);
  }

  HttpResponse<String> manager(OrderId order) {
    return TestGateway.get(TestGateway.MANAGER, url("/api/admin/orders/" + order));
  }

  void grant(OrderId order) {
    neighbours.publish(
        "reservation",
        order.value(),
        new ReservationGranted(order, List.of(), List.of(), Instant.parse("2030-01-01T00:00:00Z")));
  }

  HttpResponse<String> openCart(int units) {
    return openCart("TEE", units);
  }

  private HttpResponse<String> openCart(String sku, int units) {
    String body = "{'lines':[{'sku':'" + sku + "','quantity':" + units + "}]}";
    return TestGateway.post(ANNA, url("/api/shop/carts"), body);
  }

  String cart(int units) {
    return read(openCart(units).body(), "$.id");
  }

  HttpResponse<String> checkOut(String cart, String key, String body) {
    return TestGateway.send(
        "POST",
        ANNA,
        url("/api/shop/carts/" + cart + "/checkout"),
        body,
        Map.of("Idempotency-Key", key));
  }

  static OrderId order(HttpResponse<String> accepted) {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    return new OrderId(read(accepted.body(), "$.id"));
  }

  void manage(OrderId order, String action, String body) {
    HttpResponse<String> done =
        TestGateway.post(
            TestGateway.MANAGER, url("/api/admin/orders/" + order + "/" + action), body);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
  }

  String own(OrderId order) {
    return TestGateway.get(ANNA, url("/api/shop/orders/" + order)).body();
  }

  String status(OrderId order) {
    return read(own(order), "$.status");
  }

  String admin(String query) {
    return TestGateway.get(
            TestGateway.MANAGER, url("/api/admin/orders" + query.replace("ü", "%C3%BC")))
        .body();
  }

  static List<Money> paid(OrderId order) {
    return published.of(order.value(), OrderPaid.class).stream().map(OrderPaid::amount).toList();
  }

  static List<Money> refunded(OrderId order) {
    return published.of(order.value(), OrderRefunded.class).stream()
        .map(OrderRefunded::amount)
        .toList();
  }

  static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  static String read(String json, String path) {
    return JsonPath.read(json, path).toString();
  }

  String url(String path) {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path;
  }
}
