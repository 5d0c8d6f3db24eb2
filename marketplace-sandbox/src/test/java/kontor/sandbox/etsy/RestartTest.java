package kontor.sandbox.etsy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import kontor.sandbox.Sandbox;
import kontor.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Etsy knows outlives a restart. */
class RestartTest {

  @Test
  void listingsReceiptsAndTheRotatedTokenAreKept(@TempDir Path folder) {
    JsonNode before;
    JsonNode account;
    String refreshToken;
    try (Sandbox sandbox = start(folder)) {
      EtsyCaller etsy = new EtsyCaller(sandbox.baseUri()).signIn();
      etsy.list("A", 5, "10.00");
      String id = etsy.control("/etsy/purchases", "{'sku':'A'}").at("/receiptId");
      etsy.control("/etsy/receipts/" + id + "/refund", "{'amount':'1.00'}");
      before = etsy.ledger();
      account = etsy.paymentAccount();
      refreshToken = etsy.refreshToken;
    }
    try (Sandbox sandbox = start(folder)) {
      EtsyCaller etsy = new EtsyCaller(sandbox.baseUri());
      assertThat(etsy.ledger().path("receipts")).isEqualTo(before.path("receipts")).hasSize(1);
      assertThat(etsy.ledger().path("listings")).isEqualTo(before.path("listings")).hasSize(1);
      assertThat(etsy.paymentAccount()).isEqualTo(account);
      assertThat(account.path("balance").asText()).isEqualTo("7.56");
      assertThat(etsy.refresh("kontor-local-refresh-token").status()).isEqualTo(400);
      assertThat(etsy.refresh(refreshToken).status()).isEqualTo(200);
    }
  }

  private static Sandbox start(Path folder) {
    SandboxSettings local = SandboxSettings.inMemory(0);
    return Sandbox.start(new SandboxSettings(local.host(), 0, folder, local.ebay()));
  }
}
