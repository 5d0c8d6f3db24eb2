package kontor.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.Map;
import kontor.access.TestGateway;
import kontor.connector.channel.Account;
import kontor.connector.worklist.WorkItem.Kind;
import kontor.connector.worklist.WorkList;
import kontor.contracts.ChannelId;
import kontor.contracts.CountryCode;
import kontor.contracts.Money;
import kontor.contracts.listing.ListingEvent.ListingStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts as the manager connects, pauses and repairs them. */
class AccountServiceTest extends RunningConnector {

  private static final String ALL = "/api/admin/marketplaces";
  private static final String MAIN = ALL + "/accounts/ebay-de/main";

  @Autowired private WorkList work;

  @Test
  void aPausedAccountSendsNothingAndCatchesUpWhenItIsResumed() {
    article("PAUSE", "10.00", 5);
    await().until(() -> last("PAUSE").status() == ListingStatus.LIVE);
    assertThat(status(post(MAIN + "/pause", ""))).isEqualTo("PAUSED");
    await().until(() -> get(MAIN).body().contains("\"tasks\":{}"));
    price("PAUSE", "8.00");
    stock("PAUSE", 0);
    assertThat(last("PAUSE").price()).isEqualTo(Money.of("10.00", "EUR"));

    assertThat(status(post(MAIN + "/resume", ""))).isEqualTo("ACTIVE");
    await().until(() -> Money.of("8.00", "EUR").equals(last("PAUSE").price()));
    await().until(() -> ledger("PAUSE").contains("OUT_OF_STOCK"));
  }

  @Test
  void whatIsMissingOrUnknownIsNamed() {
    assertThat(put("neu", "{'country':'DE'}").body()).contains("marketplace: is missing");
    assertThat(put("neu", "{'marketplace':'otto','country':'DE'}").body())
        .contains("[amazon, ebay, etsy, partner]");
    HttpResponse<String> secretless = put("neu", "{'marketplace':'ebay','country':'DE'}");
    assertThat(secretless.statusCode()).isEqualTo(400);
    assertThat(secretless.body()).contains("secrets.clientId");
    assertThat(put("neu", connection("{'farbe':'rot'}", "x")).body()).contains("settings.farbe");
    assertThat(put("NEU!", connection("{}", "x")).body()).contains("name");
    assertThat(get(ALL + "/accounts/ebay-de/neu").statusCode()).isEqualTo(404);
    assertThat(get(ALL + "/kinds").body()).contains("refreshToken", "EBAY_DE");
  }

  @Test
  void anAccountThatIsLockedOutSaysSoAndWorksAgainWithNewSecrets() {
    assertThat(put("zweit", connection("{}", "falsch")).statusCode()).isEqualTo(200);
    await().until(() -> status(get(ALL + "/accounts/ebay-de/zweit")).equals("UNAUTHORISED"));
    String locked = get(ALL + "/accounts/ebay-de/zweit").body();
    assertThat((String) JsonPath.read(locked, "$.reason")).contains("eBay gives no token");
    assertThat(locked).doesNotContain("falsch", "kontor-local-secret");

    HttpResponse<String> repaired = put("zweit", connection("{}", "kontor-local-refresh-token"));
    assertThat(status(repaired)).isEqualTo("ACTIVE");
    await().until(() -> get(ALL + "/accounts/ebay-de/zweit").body().contains("\"orders\":{"));
    post(ALL + "/accounts/ebay-de/zweit/pause", "");
  }

  @Test
  void whatNeedsAPersonIsListedUntilItIsLetGo() {
    Account account =
        new Account("ebay", new ChannelId("ebay-de"), "main", CountryCode.GERMANY, Map.of());
    work.forPerson(account, Kind.SHIPMENT, "12-34 1", "the order is closed");

    assertThat(get(ALL + "/work?kind=SHIPMENT").body())
        .contains("12-34 1", "the order is closed")
        .contains("\"id\":\"ebay-de/main/SHIPMENT/12-34 1\"");
    assertThat(get(ALL + "/work?kind=DRIFT").body()).doesNotContain("12-34");
    String id = "{'id':'ebay-de/main/SHIPMENT/12-34 1'}";
    assertThat(post(ALL + "/work/retry", id).body()).contains("nextTry");
    assertThat(post(ALL + "/work/dismiss", id).statusCode()).isEqualTo(200);
    assertThat(post(ALL + "/work/dismiss", id).statusCode()).isEqualTo(404);
    assertThat(post(ALL + "/work/dismiss", "{}").statusCode()).isEqualTo(400);
  }

  private static String connection(String settings, String refreshToken) {
    return "{'marketplace':'ebay','country':'DE','settings':"
        + settings
        + ",'secrets':{'clientId':'kontor-local','clientSecret':'kontor-local-secret',"
        + "'refreshToken':'"
        + refreshToken
        + "'}}";
  }

  private static String status(HttpResponse<String> answer) {
    return JsonPath.read(answer.body(), "$.status");
  }

  private HttpResponse<String> get(String path) {
    return TestGateway.get(TestGateway.MANAGER, url(path));
  }

  private HttpResponse<String> post(String path, String body) {
    return TestGateway.post(TestGateway.MANAGER, url(path), body);
  }

  private HttpResponse<String> put(String name, String body) {
    return TestGateway.send(
        "PUT", TestGateway.MANAGER, url(ALL + "/accounts/ebay-de/" + name), body, Map.of());
  }
}
