package kontor.sandbox;

import static kontor.sandbox.Caller.ITEM;
import static kontor.sandbox.Caller.ORDER;
import static kontor.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.Test;

/** Faults on demand. */
class FaultTest extends SandboxTest {

  private static final String PUT = "createOrReplaceInventoryItem";

  private static String fault(String operation, String kind, String more) {
    return "{'operation':'" + operation + "','kind':'" + kind + "'" + more + "}";
  }

  @Test
  void aCallThatIsNeverAnsweredMayHaveTakenEffect() {
    ebay.fault(fault(PUT, "TIMEOUT", ""));
    var put =
        ebay.request(ITEM + "A")
            .header("Content-Type", "application/json")
            .header("Content-Language", "de-DE")
            .timeout(Duration.ofMillis(200))
            .PUT(BodyPublishers.ofString(Caller.itemBody(1)));
    assertThatThrownBy(() -> ebay.send(put)).hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(ebay.get(ITEM + "A").status()).isEqualTo(200);
    assertThat(ebay.ledger().at("/calls/" + PUT + "/lost").asInt()).isEqualTo(1);
    assertThat(ebay.item("A", 1).status()).isEqualTo(204);
  }

  @Test
  void anAnswerMayComeLate() {
    ebay.fault(fault(PUT, "TIMEOUT", ",'delay':'PT0.3S'"));
    long before = System.nanoTime();
    assertThat(ebay.item("A", 1).status()).isEqualTo(201);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void aConnectionMayBeLostAfterOrBeforeTheWrite() {
    ebay.fault(fault(PUT, "RESET", ""));
    assertThatThrownBy(() -> ebay.item("A", 1)).isInstanceOf(UncheckedIOException.class);
    assertThat(ebay.get(ITEM + "A").status()).isEqualTo(200);
    ebay.fault(fault(PUT, "RESET", ",'stored':false"));
    assertThatThrownBy(() -> ebay.item("B", 1)).isInstanceOf(UncheckedIOException.class);
    assertThat(ebay.get(ITEM + "B").status()).isEqualTo(404);
  }

  @Test
  void aThrottledCallIsToldWhenToComeBack() {
    ebay.fault(fault("*", "THROTTLE", ",'times':2,'retryAfter':'PT7S'"));
    Answer refused = ebay.item("A", 1);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.raw().headers().firstValue("Retry-After")).contains("7");
    assertThat(ebay.item("A", 1).status()).isEqualTo(429);
    assertThat(ebay.item("A", 1).status()).isEqualTo(201);
  }

  @Test
  void anOutageLastsItsTime() {
    ebay.fault(fault("getOrders", "ERROR", ",'duration':'PT10M'"));
    assertThat(ebay.get(ORDER).errorId()).isEqualTo(30500);
    assertThat(ebay.get(ORDER).status()).isEqualTo(500);
    assertThat(ebay.item("A", 1).status()).isEqualTo(201);
    ebay.post("/control/clock", "{\"advance\":\"PT10M\"}");
    assertThat(ebay.get(ORDER).status()).isEqualTo(200);
  }

  @Test
  void aFaultMayStrikeEachThirdCallOnly() {
    ebay.fault(fault(PUT, "ERROR", ",'times':2,'every':3"));
    int failed = 0;
    for (int i = 0; i < 9; i++) {
      failed += ebay.item("A", i).status() == 500 ? 1 : 0;
    }
    assertThat(failed).isEqualTo(2);
    assertThat(ebay.get("/control/ebay/faults").body().path("items")).isEmpty();
  }

  @Test
  void anOrderMayShowTwice() {
    ebay.list("A", 9, "1.00");
    String order = ebay.buy("A", 1);
    ebay.fault(fault("getOrders", "REPEAT_ORDER", ""));
    JsonNode page = ebay.get(ORDER).body();
    assertThat(page.path("orders").findValuesAsText("orderId")).containsExactly(order, order);
    assertThat(ebay.get(ORDER).body().path("orders")).hasSize(1);
  }

  @Test
  void aPageMayRepeatAndTheNextLinkLeadsOnAfterwards() {
    ebay.list("A", 9, "1.00");
    ebay.buy("A", 1);
    ebay.buy("A", 1);
    JsonNode first = ebay.get(ORDER + "?limit=1").body();
    ebay.fault(fault("getOrders", "REPEAT_PAGE", ""));
    JsonNode again = ebay.get(ORDER + "?limit=1&offset=1").body();
    assertThat(again.path("orders")).isEqualTo(first.path("orders"));
    assertThat(again.path("next")).isEqualTo(first.path("next"));
    assertThat(ebay.get(ORDER + "?limit=1&offset=1").body().path("orders"))
        .isNotEqualTo(first.path("orders"));
  }

  @Test
  void theDaysCallsMayBeUsedUpUntilMidnightInCalifornia() {
    ebay.post("/control/ebay/limits", json("{'fulfillmentPerDay':1}"));
    assertThat(ebay.get(ORDER).status()).isEqualTo(200);
    assertThat(ebay.get(ORDER).status()).isEqualTo(429);
    assertThat(ebay.item("A", 1).status()).isEqualTo(201);
    ebay.post("/control/clock", "{\"advance\":\"PT24H\"}");
    assertThat(ebay.signIn().get(ORDER).status()).isEqualTo(200);
  }

  @Test
  void aFaultCanBeTakenBackAndAWrongOneIsRefused() {
    Answer added = ebay.post("/control/ebay/faults", json(fault("*", "ERROR", ",'times':9")));
    String path = "/control/ebay/faults/" + added.body().path("id").asText();
    assertThat(ebay.call("DELETE", path, "").status()).isEqualTo(204);
    assertThat(ebay.call("DELETE", path, "").status()).isEqualTo(404);
    assertThat(ebay.item("A", 1).status()).isEqualTo(201);
    Answer wrong = ebay.post("/control/ebay/faults", json(fault("sing", "ERROR", "")));
    assertThat(wrong.body().at("/errors/0/field").asText()).isEqualTo("operation");
    assertThat(ebay.post("/control/ebay/faults", "{}").status()).isEqualTo(400);
    Answer time = ebay.post("/control/ebay/faults", json(fault("*", "ERROR", ",'delay':'PT1X'")));
    assertThat(time.body().at("/errors/0/field").asText()).isEqualTo("delay");
  }
}
