package kontor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.sandbox.Caller.Answer;
import org.junit.jupiter.api.Test;

/** Who may call, and for how long. */
class TokenTest extends SandboxTest {

  private static final String REFRESH =
      "grant_type=refresh_token&refresh_token=kontor-local-refresh-token";
  private static final String SCOPE = "https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope";

  @Test
  void aUserTokenLastsTwoHoursAndTheRefreshTokenStays() {
    Answer token = ebay.tokenCall(REFRESH);
    assertThat(token.status()).isEqualTo(200);
    assertThat(token.body().get("expires_in").asInt()).isEqualTo(7200);
    assertThat(token.body().has("refresh_token")).isFalse();
    assertThat(ebay.tokenCall(REFRESH).status()).isEqualTo(200);
  }

  @Test
  void anExpiredTokenIsRefused() {
    assertThat(ebay.get(Caller.ORDER).status()).isEqualTo(200);
    ebay.post("/control/clock", "{\"advance\":\"PT2H\"}");
    Answer refused = ebay.get(Caller.ORDER);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.errorId()).isEqualTo(1001);
    assertThat(refused.body().at("/errors/0/domain").asText()).isEqualTo("OAuth");
    assertThat(ebay.signIn().get(Caller.ORDER).status()).isEqualTo(200);
  }

  @Test
  void anApplicationTokenDoesNotOpenASellersData() {
    Answer token = ebay.tokenCall("grant_type=client_credentials&scope=" + SCOPE);
    ebay.use(token.body().path("access_token").asText());
    Answer refused = ebay.get(Caller.INVENTORY + "/inventory_item");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.errorId()).isEqualTo(1100);
  }

  @Test
  void anApplicationTokenCannotHaveASellersScope() {
    Answer refused =
        ebay.tokenCall("grant_type=client_credentials&scope=" + SCOPE + "%2Fsell.inventory");
    assertThat(refused.body().path("error").asText()).isEqualTo("invalid_scope");
  }

  @Test
  void aTokenForOrdersDoesNotOpenTheInventory() {
    Answer token = ebay.tokenCall(REFRESH + "&scope=" + SCOPE + "%2Fsell.fulfillment.readonly");
    ebay.use(token.body().path("access_token").asText());
    assertThat(ebay.get(Caller.ORDER).status()).isEqualTo(200);
    assertThat(ebay.get(Caller.INVENTORY + "/inventory_item").status()).isEqualTo(403);
    Answer shipment = ebay.post(Caller.ORDER + "/20-00000-00001/shipping_fulfillment", "{}");
    assertThat(shipment.status()).isEqualTo(403);
  }

  @Test
  void wrongSecretsAndGrantsAreTold() {
    Answer client = ebay.tokenCall(REFRESH, "eDp5");
    assertThat(client.status()).isEqualTo(401);
    assertThat(client.body().path("error").asText()).isEqualTo("invalid_client");
    assertThat(error("grant_type=refresh_token&refresh_token=old")).isEqualTo("invalid_grant");
    assertThat(error("grant_type=password")).isEqualTo("unsupported_grant_type");
    assertThat(error(REFRESH + "&scope=everything")).isEqualTo("invalid_scope");
    assertThat(error("grant_type=%zz")).isEqualTo("unsupported_grant_type");
  }

  private String error(String form) {
    Answer answer = ebay.tokenCall(form);
    assertThat(answer.status()).isEqualTo(400);
    return answer.body().path("error").asText();
  }
}
