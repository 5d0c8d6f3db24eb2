package kontor.connector.ebay;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.access.TestGateway;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.AccountField;
import kontor.connector.channel.CallLevels;
import kontor.connector.channel.FixedToken;
import kontor.connector.channel.Offer;
import kontor.connector.channel.ReportedOrder;
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
final class EbayStand implements AutoCloseable {

  static final Map<String, String> KEY =
      Map.of(
          EbayFields.SIGNING_KEY,
          "MC4CAQAwBQYDK2VwBCIEIGc8CD4JOCvV2o4WTsowoGDOqcuwT00sFanxAOqxmQVY",
          EbayFields.SIGNING_JWE,
          "kontor-local-signing-key");

  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.read(List.of("--port", "0", "--time-scale", "1000"), Map.of()));

  /** With what eBay is signed for. */
  EbayChannel channel() {
    return channel(URI.create(sandbox.baseUri() + "/ebay"), KEY);
  }

  EbayChannel channel(Map<String, String> key) {
    return channel(URI.create(sandbox.baseUri() + "/ebay"), key);
  }

  EbayChannel channel(Clock clock) {
    return channel(URI.create(sandbox.baseUri() + "/ebay"), KEY, clock);
  }

  EbayChannel channel(URI ebay, Map<String, String> key) {
    return channel(ebay, key, Clock.systemUTC());
  }

  private EbayChannel channel(URI ebay, Map<String, String> key, Clock clock) {
    EbaySettings settings = new EbaySettings(ebay, ebay, "https://shop.example");
    Map<String, String> fields = new HashMap<>();
    EbayFields.ALL.stream()
        .filter(field -> !field.secret())
        .forEach(field -> fields.put(field.name(), byDefault(field)));
    Account account =
        new Account("ebay", new ChannelId("ebay-de"), "main", CountryCode.GERMANY, fields);
    Secrets secrets =
        new Secrets(
                Map.of(
                    EbayFields.CLIENT_ID, "kontor-local",
                    EbayFields.CLIENT_SECRET, "kontor-local-secret",
                    EbayFields.REFRESH_TOKEN, "kontor-local-refresh-token"))
            .with(new Secrets(key));
    EbaySettings tokens =
        new EbaySettings(URI.create(sandbox.baseUri() + "/ebay"), ebay, "https://shop.example");
    String token = new EbayTokens(tokens, JsonMapper.shared()).renew(secrets).accessToken();
    return new EbayChannel(
        account,
        settings,
        new AccountAccess(new FixedToken(token, secrets), CallLevels.NONE),
        JsonMapper.shared(),
        clock);
  }

  private static String byDefault(AccountField field) {
    return field.byDefault().orElseThrow();
  }

  static Offer offer(String sku, int units) {
    return new Offer(
        new Sku(sku),
        "Lampe für " + sku,
        "Schön.",
        null,
        null,
        List.of(),
        List.of("/media/a.png"),
        Money.of("10.00", "EUR"),
        new Quantity(units));
  }

  /** An article is listed and so many of it are bought; the id of the order. */
  String sale(EbayChannel channel, int units) {
    channel.publish(offer("A", 50));
    String bought =
        control(
            "/control/ebay/purchases",
            "{'sku':'A','quantity':" + units + ",'deliveryCost':'4.90'}");
    return JsonPath.read(bought, "$.orderId");
  }

  String control(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, sandbox.baseUri() + path, body).body();
  }

  String ledger() {
    return TestGateway.get(TestGateway.MANAGER, sandbox.baseUri() + "/control/ebay/ledger").body();
  }

  /** As the list of the last hour shows it. */
  static ReportedOrder listed(EbayChannel channel, String order) {
    Instant now = Instant.now();
    return channel.orders(now.minusSeconds(3600), now, Optional.empty()).orders().stream()
        .filter(one -> one.externalId().equals(order))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
