package kontor.connector.amazon;

import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.access.TestGateway;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.CallLevels;
import kontor.connector.channel.FixedToken;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Pace;
import kontor.connector.channel.Secrets;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.sandbox.Sandbox;
import kontor.sandbox.SandboxSettings;
import tools.jackson.databind.json.JsonMapper;

/** A channel of the local seller at a sandbox, without the service around it. */
final class AmazonStand implements AutoCloseable {

  static final Account ACCOUNT = account();

  /** The same seller's under another name of ours: its streams meet nobody else's. */
  private static final Account ADOPTING =
      new Account("amazon", ACCOUNT.channel(), "adopting", ACCOUNT.country(), ACCOUNT.settings());

  private final Sandbox sandbox;

  /**
   * @param timeScale how much faster Amazon's time goes
   */
  AmazonStand(int timeScale) {
    this(timeScale, Map.of());
  }

  /**
   * @param environment of the sandbox
   */
  AmazonStand(int timeScale, Map<String, String> environment) {
    sandbox =
        Sandbox.start(
            SandboxSettings.read(
                List.of("--port", "0", "--time-scale", Integer.toString(timeScale)), environment));
  }

  /** Where the sandbox's queues are. */
  URI queue() {
    return URI.create(sandbox.baseUri() + "/123456789012/kontor");
  }

  /**
   * A channel that is told of changes, of an account of its own: what is published of its sales
   * meets nobody else's on the same broker.
   *
   * @param timeScale of our limits
   */
  AmazonChannel hinted(URI queue, Duration orderLag, int timeScale) {
    Map<String, String> settings = new HashMap<>(ACCOUNT.settings());
    settings.put("queueUrl", queue.toString());
    Account account = new Account("amazon", ACCOUNT.channel(), "told", ACCOUNT.country(), settings);
    return channel(account, URI.create(sandbox.baseUri() + "/amazon"), orderLag, timeScale);
  }

  AmazonChannel channel(Duration orderLag) {
    return channel(URI.create(sandbox.baseUri() + "/amazon"), orderLag);
  }

  AmazonChannel channel(URI amazon, Duration orderLag) {
    return channel(ACCOUNT, amazon, orderLag, 1);
  }

  private AmazonChannel channel(Account account, URI amazon, Duration orderLag, int timeScale) {
    AmazonSettings settings = settings(amazon, orderLag, timeScale);
    return new AmazonChannel(
        account,
        settings,
        new AccountAccess(token(settings), CallLevels.NONE),
        JsonMapper.shared(),
        Clock.systemUTC());
  }

  private AmazonSettings settings(URI amazon, Duration orderLag, int timeScale) {
    return new AmazonSettings(
        amazon,
        URI.create(sandbox.baseUri() + "/amazon/auth/o2/token"),
        "https://shop.example",
        orderLag,
        Duration.ofMillis(50),
        timeScale);
  }

  private static FixedToken token(AmazonSettings settings) {
    Secrets secrets =
        new Secrets(
            Map.of(
                "clientId", "kontor-local",
                "clientSecret", "kontor-local-secret",
                "refreshToken", "kontor-local-refresh-token",
                "queueKeyId", "key-id",
                "queueKey", "key"));
    String token = new AmazonTokens(settings, JsonMapper.shared()).renew(secrets).accessToken();
    return new FixedToken(token, secrets);
  }

  private static Account account() {
    Map<String, String> settings = new HashMap<>();
    AmazonFields.ALL.stream()
        .filter(field -> !field.secret())
        .forEach(field -> field.byDefault().ifPresent(it -> settings.put(field.name(), it)));
    settings.put("sellerId", "A1KONTORLOCAL0");
    return new Account("amazon", new ChannelId("amazon-de"), "main", CountryCode.GERMANY, settings);
  }

  /** Another start of the connector. */
  AmazonChannel restarted() {
    return channel(ADOPTING, URI.create(sandbox.baseUri() + "/amazon"), Duration.ofSeconds(1), 1);
  }

  /** A channel whose limits are as much faster as a sandbox's time. */
  AmazonChannel quick(int timeScale) {
    URI amazon = URI.create(sandbox.baseUri() + "/amazon");
    return channel(ACCOUNT, amazon, Duration.ofSeconds(1), timeScale);
  }

  /** What the seller has at Amazon without us, sent by himself as one feed. */
  void listedByHand(List<Offer> offers) {
    AmazonDocuments documents = new AmazonDocuments(ACCOUNT, "https://shop.example");
    List<Map<String, Object>> messages = new ArrayList<>();
    for (Offer offer : offers) {
      Map<String, Object> message = new HashMap<>();
      message.put("messageId", messages.size() + 1);
      message.put("sku", offer.sku().value());
      message.put("operationType", "UPDATE");
      message.putAll(documents.item(offer, Optional.empty(), Optional.empty()));
      messages.add(message);
    }
    Map<String, Object> feed =
        Map.of(
            "header",
            Map.of("sellerId", "A1KONTORLOCAL0", "version", "2.0", "issueLocale", "de_DE"),
            "messages",
            messages);
    AmazonFiles files = byHand();
    String type = "application/json; charset=UTF-8";
    String document = files.upload(type, JsonMapper.shared().writeValueAsBytes(feed));
    String id = files.createFeed("JSON_LISTINGS_FEED", document);
    await().until(() -> files.feed(id).path("processingStatus").asString().equals("DONE"));
  }

  /** Calls of the seller that are none of ours. */
  AmazonFiles byHand() {
    URI amazon = URI.create(sandbox.baseUri() + "/amazon");
    Pace pace = new Pace(AmazonLimits.ALL, CallLevels.NONE, Clock.systemUTC());
    return new AmazonFiles(
        new AmazonClient(
            amazon, token(settings(amazon, Duration.ZERO, 1)), pace, JsonMapper.shared()),
        ACCOUNT);
  }

  /** An article is listed, and so many orders of one unit each come at once. */
  List<String> orders(AmazonChannel channel, int count) {
    publish(channel);
    String purchase = "{'sku':'A','count':" + count + "}";
    await().until(() -> control("/control/amazon/purchases", purchase).contains("items"));
    return JsonPath.read(ledger(), "$.orders[*].orderId");
  }

  /** Lists the article A. */
  void publish(AmazonChannel channel) {
    channel.publish(
        new Offer(
            new Sku("A"),
            "Lampe für A",
            "Schön.",
            null,
            null,
            List.of(),
            List.of("/media/a.png"),
            Money.of("10.00", "EUR"),
            new Quantity(500)));
  }

  String control(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, sandbox.baseUri() + path, body).body();
  }

  String ledger() {
    return TestGateway.get(TestGateway.MANAGER, sandbox.baseUri() + "/control/amazon/ledger")
        .body();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
