package kontor.sandbox;

import static kontor.sandbox.Caller.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The director's desk, restarts and settings. */
class ControlTest extends SandboxTest {

  @TempDir Path folder = Path.of("unset");

  private SandboxSettings kept() {
    return SandboxSettings.read(
        List.of("--port", "0", "--data", folder.toString()), Map.of("EBAY_CLIENT_ID", "me"));
  }

  private Sandbox keptWithLocalCredentials() {
    var local = SandboxSettings.inMemory(0);
    return Sandbox.start(new SandboxSettings(local.host(), 0, folder, local.ebay()));
  }

  @Test
  void aRestartForgetsNothing() {
    JsonNode before;
    try (Sandbox first = keptWithLocalCredentials()) {
      Caller seller = new Caller(first.baseUri()).signIn().locate();
      seller.list("Ä 1", 5, "19.99");
      seller.buy("Ä 1", 2);
      before = seller.ledger();
    }
    try (Sandbox second = keptWithLocalCredentials()) {
      Caller seller = new Caller(second.baseUri()).signIn();
      JsonNode after = seller.ledger();
      assertThat(after.path("orders")).isEqualTo(before.path("orders"));
      assertThat(after.path("listings")).isEqualTo(before.path("listings"));
      assertThat(after.at("/items/0/quantity").asInt()).isEqualTo(3);
      assertThat(seller.buy("Ä 1", 1)).isNotEqualTo(before.at("/orders/0/orderId").asText());
    }
  }

  @Test
  void aLineThatWasCutOffByACrashIsLeftOut() throws IOException {
    try (Sandbox first = keptWithLocalCredentials()) {
      new Caller(first.baseUri()).signIn().item("A", 5);
    }
    Path journal = folder.resolve("sandbox.journal");
    byte[] half = {'[', '{', '"', (byte) 0xC3}; // the first half of an umlaut
    Files.write(journal, half, StandardOpenOption.APPEND);
    try (Sandbox second = keptWithLocalCredentials()) {
      Caller seller = new Caller(second.baseUri()).signIn();
      assertThat(seller.ledger().path("items")).hasSize(1);
      seller.item("B", 1);
    }
    try (Sandbox third = keptWithLocalCredentials()) {
      assertThat(new Caller(third.baseUri()).ledger().path("items")).hasSize(2);
    }
  }

  @Test
  void aResetForgetsEverything() {
    ebay.list("A", 5, "1.00");
    ebay.buy("A", 1);
    ebay.post("/control/reset", "");
    assertThat(ebay.get(ORDER).status()).isEqualTo(401);
    JsonNode ledger = ebay.ledger();
    assertThat(ledger.path("orders")).isEmpty();
    assertThat(ledger.path("items")).isEmpty();
    assertThat(ledger.path("calls")).hasSize(1); // the refused one just made
  }

  @Test
  void whatIsNotThereIsToldSo() {
    assertThat(ebay.get("/health").body().path("status").asText()).isEqualTo("UP");
    assertThat(ebay.get("/nothing").status()).isEqualTo(404);
    assertThat(ebay.get("/control/nothing").status()).isEqualTo(404);
    assertThat(ebay.get("/control/reset").status()).isEqualTo(405);
    assertThat(ebay.get("/ebay/nothing").status()).isEqualTo(404);
    assertThat(ebay.call("PATCH", Caller.OFFER, "{}").status()).isEqualTo(405);
    assertThat(ebay.post("/control/clock", "{\"advance\":\"-PT1H\"}").status()).isEqualTo(400);
    assertThat(ebay.purchase("{'quantity':0}").status()).isEqualTo(400);
    assertThat(ebay.purchase("{}").body().at("/errors/0/field").asText()).isEqualTo("sku");
    assertThat(ebay.get("/control/ebay/orders/1").status()).isEqualTo(404);
  }

  @Test
  void aBodyThatIsTooLargeOrNotUtf8IsRefused() {
    String large = "{\"x\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
    assertThat(ebay.put(Caller.ITEM + "A", large).status()).isEqualTo(413);
    byte[] latin1 = {'"', (byte) 0xFC, '"'};
    var put = ebay.request(Caller.ITEM + "A").PUT(BodyPublishers.ofByteArray(latin1));
    assertThat(ebay.send(put).status()).isEqualTo(400);
  }

  @Test
  void settingsComeFromArgumentsAndEnvironment() {
    SandboxSettings settings = kept();
    assertThat(settings.ebay().clientId()).isEqualTo("me");
    assertThat(settings.ebay().toString()).doesNotContain("secret");
    assertThat(SandboxSettings.read(List.of(), Map.of()).port()).isEqualTo(8090);
    assertThatThrownBy(() -> SandboxSettings.read(List.of("--port", "x"), Map.of()))
        .hasMessage("not a port: x");
    assertThatThrownBy(() -> SandboxSettings.read(List.of("--colour"), Map.of()))
        .hasMessage("unknown argument --colour");
  }
}
