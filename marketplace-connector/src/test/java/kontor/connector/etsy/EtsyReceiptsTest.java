package kontor.connector.etsy;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.access.TestGateway;
import kontor.connector.Pictures;
import kontor.connector.channel.Account;
import kontor.connector.channel.AccountAccess;
import kontor.connector.channel.CallLevels;
import kontor.connector.channel.FixedToken;
import kontor.connector.channel.MarketplaceChannel;
import kontor.connector.channel.Offer;
import kontor.connector.channel.OrderPage;
import kontor.connector.channel.Renewal;
import kontor.connector.channel.ReportedOrder;
import kontor.connector.channel.ReportedOrder.State;
import kontor.connector.channel.Secrets;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.Quantity;
import kontor.contracts.Sku;
import kontor.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Which receipts are found, and how. */
class EtsyReceiptsTest {

  private final Sandbox sandbox = Sandbox.start(0);
  private Duration later = Duration.ZERO;

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void fault1AllPagesAreReadAlsoOfManyReceiptsInOneSecond() {
    MarketplaceChannel channel = channel();
    Set<String> bought = new HashSet<>();
    for (int i = 0; i < 230; i++) {
      bought.add(buy());
    }
    assertThat(ids(read(channel))).hasSize(230).isEqualTo(bought);
  }

  @Test
  void fault29ASilentCancellationIsFoundByTheDailyLookAtWhatIsOpen() {
    MarketplaceChannel channel = channel();
    String receipt = buy();
    String shipped = buy();
    assertThat(ids(read(channel))).contains(receipt, shipped);
    control("/control/etsy/receipts/" + receipt + "/cancel", "{'silent':true}");

    later = Duration.ofHours(1);
    assertThat(read(channel)).isEmpty();
    later = Duration.ofHours(25);
    assertThat(read(channel))
        .anyMatch(one -> one.externalId().equals(receipt) && one.state() == State.CANCELLED);
    assertThat(read(channel)).isEmpty();
  }

  private List<ReportedOrder> read(MarketplaceChannel channel) {
    Instant now = Instant.now().plus(later);
    List<ReportedOrder> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      OrderPage page = channel.orders(now.minusSeconds(600), now.plusSeconds(5), cursor);
      all.addAll(page.orders());
      cursor = page.next();
    } while (cursor.isPresent());
    return all;
  }

  private static Set<String> ids(List<ReportedOrder> orders) {
    Set<String> ids = new HashSet<>();
    orders.forEach(order -> ids.add(order.externalId()));
    return ids;
  }

  private String buy() {
    return JsonPath.read(control("/control/etsy/purchases", "{'sku':'A'}"), "$.receiptId")
        .toString();
  }

  private String control(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, sandbox.baseUri() + path, body).body();
  }

  /** A channel of the local shop, with one article on sale. */
  private MarketplaceChannel channel() {
    control("/control/time-scale", "{'factor':100}");
    URI etsy = URI.create(sandbox.baseUri() + "/etsy");
    EtsySettings settings =
        new EtsySettings(
            URI.create(etsy + "/v3/application"),
            URI.create(etsy + "/v3/public/oauth/token"),
            URI.create(etsy + "/oauth/connect"),
            Pictures.address(),
            Duration.ofDays(1));
    Map<String, String> fields =
        Map.of(
            EtsyFields.SHOP, "40000001",
            EtsyFields.TAXONOMY, "891",
            EtsyFields.WHO_MADE, "i_did",
            EtsyFields.WHEN_MADE, "made_to_order");
    Account account =
        new Account("etsy", new ChannelId("etsy-de"), "main", CountryCode.GERMANY, fields);
    EtsyMarketplace market = new EtsyMarketplace(settings, JsonMapper.shared(), clock());
    Secrets secrets =
        new Secrets(
            Map.of(
                EtsyFields.KEYSTRING, "kontor-local",
                EtsyFields.SHARED_SECRET, "kontor-local-secret",
                EtsyFields.REFRESH_TOKEN, "kontor-local-refresh-token"));
    Renewal renewal = market.renew(account, secrets);
    MarketplaceChannel channel =
        market.open(
            account,
            new AccountAccess(new FixedToken(renewal.accessToken(), secrets), CallLevels.NONE));
    channel.publish(
        new Offer(
            new Sku("A"),
            "Lampe",
            "",
            null,
            null,
            List.of(),
            List.of("/media/a.png"),
            Money.of("10.00", "EUR"),
            new Quantity(999)));
    return channel;
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
}
