package kontor.connector.etsy;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.connector.Pictures;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.CallLevels;
import kontor.connector.channel.FixedToken;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.Secrets;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.sandbox.Sandbox;
import tools.jackson.databind.json.JsonMapper;

/** A channel of the local shop at a sandbox, without the service around it. */
final class EtsyStand implements AutoCloseable {

  private final Sandbox sandbox = Sandbox.start(0);

  /** How far the connector's clock goes ahead. */
  Duration later = Duration.ZERO;

  /** With one article on sale: A, for 10.00. */
  EtsyChannel channel() {
    control("/control/time-scale", "{'factor':100}");
    EtsyMarketplace market = new EtsyMarketplace(settings(), JsonMapper.shared(), clock());
    Secrets secrets =
        new Secrets(
            Map.of(
                EtsyFields.KEYSTRING, "kontor-local",
                EtsyFields.SHARED_SECRET, "kontor-local-secret",
                EtsyFields.REFRESH_TOKEN, "kontor-local-refresh-token"));
    Renewal renewal = market.renew(account(), secrets);
    MarketplaceChannel channel =
        market.open(
            account(),
            new AccountAccess(new FixedToken(renewal.accessToken(), secrets), CallLevels.NONE));
    channel.publish(offer());
    return (EtsyChannel) channel;
  }

  private EtsySettings settings() {
    URI etsy = URI.create(sandbox.baseUri() + "/etsy");
    return new EtsySettings(
        URI.create(etsy + "/v3/application"),
        URI.create(etsy + "/v3/public/oauth/token"),
        URI.create(etsy + "/oauth/connect"),
        Pictures.address(),
        Duration.ofDays(1));
  }

  private static Account account() {
    Map<String, String> fields =
        Map.of(
            EtsyFields.SHOP, "40000001",
            EtsyFields.TAXONOMY, "891",
            EtsyFields.WHO_MADE, "i_did",
            EtsyFields.WHEN_MADE, "made_to_order");
    return new Account("etsy", new ChannelId("etsy-de"), "main", CountryCode.GERMANY, fields);
  }

  private static Offer offer() {
    return new Offer(
        new Sku("A"),
        "Lampe",
        "",
        null,
        null,
        List.of(),
        List.of("/media/a.png"),
        Money.of("10.00", "EUR"),
        new Quantity(999));
  }

  /** The number of the receipt. */
  String buy(String purchase) {
    return JsonPath.read(control("/control/etsy/purchases", purchase), "$.receiptId").toString();
  }

  String control(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, sandbox.baseUri() + path, body).body();
  }

  /** What Etsy booked, entry by entry, with the receipt that each belongs to. */
  String paymentAccount() {
    String path = "/control/etsy/payment-account";
    return TestGateway.get(TestGateway.MANAGER, sandbox.baseUri() + path).body();
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return Instant.now().plus(later);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
