package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** Limits, faults, and time that runs faster. */
class MishapTest extends AmazonTest {

  private static final String SINCE =
      AmazonCaller.ORDERS + "?lastUpdatedAfter=2020-01-01T00:00:00Z";
  private static final String ITEM = AmazonCaller.ITEMS + "/A?" + AmazonCaller.PLACE;

  @Test
  void aBucketRunsEmptyAndRefillsAndABreachIsCounted() {
    AmazonCaller.Answer good = amazon.get(SINCE);
    assertThat(good.header("x-amzn-RateLimit-Limit")).isEqualTo("0.0056");
    assertThat(good.header("x-amzn-RequestId")).isNotEmpty();
    for (int i = 1; i < 20; i++) {
      assertThat(amazon.get(SINCE).status()).isEqualTo(200);
    }
    AmazonCaller.Answer refused = amazon.get(SINCE);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("QuotaExceeded");
    assertThat(refused.header("x-amzn-RateLimit-Limit")).isEmpty();
    assertThat(amazon.ledger().at("/bucketBreaches/searchOrders").asInt()).isEqualTo(1);
    amazon.advance("PT3M");
    assertThat(amazon.get(SINCE).status()).isEqualTo(200);
    assertThat(amazon.get(SINCE).status()).isEqualTo(429);
    assertThat(amazon.ledger().at("/calls/searchOrders/200").asInt()).isEqualTo(21);
  }

  @Test
  void timeMayRunFaster() {
    amazon.post("/control/time-scale", "{'factor':60}");
    String body = AmazonCaller.tokenBody("kontor-local-secret", "kontor-local-refresh-token");
    assertThat(amazon.tokenCall(body).body().path("expires_in").asInt()).isEqualTo(60);
    amazon.list("A", 9, "1.00").buy("A", 1);
    amazon.advance("PT2S");
    AmazonCaller.Answer found = amazon.get(SINCE);
    assertThat(found.body().path("orders")).hasSize(1);
    assertThat(found.header("x-amzn-RateLimit-Limit")).isEqualTo("0.3333");
    assertThat(amazon.post("/control/time-scale", "{'factor':0}").status()).isEqualTo(400);
  }

  @Test
  void aWriteMayTakeEffectWithoutAnAnswer() {
    amazon.list("A", 9, "1.00");
    amazon.fault("{'operation':'deleteListingsItem','kind':'RESET'}");
    assertThatThrownBy(() -> amazon.delete(ITEM)).isInstanceOf(UncheckedIOException.class);
    amazon.advance("PT2S");
    assertThat(amazon.get(ITEM).status()).isEqualTo(404);
    assertThat(amazon.ledger().at("/calls/deleteListingsItem/lost").asInt()).isEqualTo(1);
  }

  @Test
  void aThrottleComesWithOrWithoutAHeaderAndForOneSellerOnly() {
    amazon.fault("{'operation':'*','kind':'THROTTLE','account':'A1KONTORLOCAL0'}");
    AmazonCaller.Answer plain = amazon.get(SINCE);
    assertThat(plain.status()).isEqualTo(429);
    assertThat(plain.header("Retry-After")).isEmpty();
    amazon.fault("{'operation':'searchOrders','kind':'THROTTLE','retryAfter':'PT24H'}");
    assertThat(amazon.get(SINCE).header("Retry-After")).isEqualTo("86400");
    amazon.fault("{'operation':'*','kind':'THROTTLE','account':'A2OTHER'}");
    assertThat(amazon.get(SINCE).status()).isEqualTo(200);
    assertThat(amazon.ledger().path("bucketBreaches")).isEmpty();
  }

  @Test
  void anOutageIs500Or503() {
    amazon.fault("{'operation':'searchOrders','kind':'ERROR'}");
    amazon.fault("{'operation':'searchOrders','kind':'UNAVAILABLE'}");
    assertThat(amazon.get(SINCE).code()).isEqualTo("InternalFailure");
    assertThat(amazon.get(SINCE).status()).isEqualTo(503);
    assertThat(amazon.get(SINCE).status()).isEqualTo(200);
  }

  @Test
  void aPageMayComeTwiceThoughItsTokenDiffers() {
    amazon.list("A", 9, "1.00").purchase("{'sku':'A','count':3}");
    amazon.advance("PT2M");
    String one = SINCE + "&maxResultsPerPage=1";
    JsonNode first = amazon.get(one).body();
    amazon.fault("{'operation':'searchOrders','kind':'REPEAT_PAGE'}");
    JsonNode again = amazon.get(one + token(first)).body();
    assertThat(again.at("/orders/0/orderId")).isEqualTo(first.at("/orders/0/orderId"));
    assertThat(token(again)).isNotEqualTo(token(first));
    JsonNode second = amazon.get(one + token(again)).body();
    assertThat(second.at("/orders/0/orderId")).isNotEqualTo(first.at("/orders/0/orderId"));
  }

  @Test
  void aTokenMayLeadToItselfForEver() {
    amazon.list("A", 9, "1.00").purchase("{'sku':'A','count':2}");
    amazon.advance("PT2M");
    String one = SINCE + "&maxResultsPerPage=1";
    JsonNode first = amazon.get(one).body();
    amazon.fault("{'operation':'searchOrders','kind':'REPEAT_TOKEN','times':9}");
    JsonNode second = amazon.get(one + token(first)).body();
    JsonNode third = amazon.get(one + token(second)).body();
    assertThat(token(second)).isEqualTo(token(first));
    assertThat(third.path("orders")).isEqualTo(second.path("orders"));
  }

  private static String token(JsonNode page) {
    return "&paginationToken=" + AmazonCaller.encode(page.at("/pagination/nextToken").asText());
  }
}
