package kontor.sandbox.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** Login with Amazon, several sellers, a rotated secret. */
class LoginTest extends AmazonTest {

  private static final String ITEM = AmazonCaller.ITEMS + "/A?" + AmazonCaller.PLACE;

  @Test
  void aTokenLivesForAnHourAndIsRefusedWith403Afterwards() {
    AmazonCaller.Answer answer =
        amazon.tokenCall(
            AmazonCaller.tokenBody("kontor-local-secret", "kontor-local-refresh-token"));
    assertThat(answer.body().path("expires_in").asInt()).isEqualTo(3600);
    assertThat(amazon.get(ITEM).status()).isEqualTo(404);
    amazon.advance("PT1H");
    AmazonCaller.Answer expired = amazon.get(ITEM);
    assertThat(expired.status()).isEqualTo(403);
    assertThat(expired.code()).isEqualTo("Unauthorized");
    assertThat(expired.details()).isEqualTo("The access token you provided has expired.");
    assertThat(amazon.signIn().get(ITEM).status()).isEqualTo(404);
  }

  @Test
  void aFormIsTakenAsWellAsJson() {
    HttpRequest.Builder form =
        amazon
            .request("/amazon/auth/o2/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=refresh_token&refresh_token=kontor-local-refresh-token"
                        + "&client_id=kontor-local&client_secret=kontor-local-secret"));
    assertThat(amazon.send(form).status()).isEqualTo(200);
  }

  @Test
  void whatIsWrongWithATokenRequestIsSaid() {
    String good = AmazonCaller.tokenBody("kontor-local-secret", "kontor-local-refresh-token");
    assertError(amazon.tokenCall("{}"), 400, "invalid_request");
    assertError(
        amazon.tokenCall(good.replace("refresh_token'", "password'")),
        400,
        "unsupported_grant_type");
    assertError(amazon.tokenCall(good.replace("-refresh-token", "-other")), 400, "invalid_grant");
    String scope = good.replace("'refresh_token','client", "'client_credentials','client");
    assertError(amazon.tokenCall(scope), 400, "invalid_scope");
  }

  private static void assertError(AmazonCaller.Answer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("error").asText()).isEqualTo(error);
  }

  @Test
  void aRotatedSecretIsAnInvalidClientWhileOldTokensLiveOn() {
    amazon.post("/control/amazon/secret", "{'secret':'new'}");
    String body = AmazonCaller.tokenBody("kontor-local-secret", "kontor-local-refresh-token");
    assertError(amazon.tokenCall(body), 401, "invalid_client");
    assertThat(amazon.get(ITEM).status()).isEqualTo(404);
    assertThat(amazon.tokenCall(body.replace("kontor-local-secret", "new")).status())
        .isEqualTo(200);
  }

  @Test
  void sellersAreApart() {
    amazon.list("A", 5, "10.00");
    String two = "{'sellerId':'A2SECOND','refreshToken':'two','marketplaceIds':['A1PA6795UKMFR9']}";
    assertThat(amazon.post("/control/amazon/sellers", two).status()).isEqualTo(201);
    assertThat(amazon.post("/control/amazon/sellers", two.replace("A2", "A3")).status())
        .isEqualTo(409);
    AmazonCaller second = new AmazonCaller(baseUri()).signIn("two");
    assertThat(second.get(ITEM).status()).isEqualTo(403);
    assertThat(second.get(ITEM.replace("A1KONTORLOCAL0", "A2SECOND")).status()).isEqualTo(404);
    assertThat(second.get("/control/amazon/ledger?sellerId=A2SECOND").body().path("listings"))
        .isEmpty();
  }

  @Test
  void withoutATokenOrWithTheApplicationsASellersDataStayClosed() {
    amazon.use("");
    assertThat(amazon.get(ITEM).details())
        .isEqualTo("Access token is missing in the request header.");
    amazon.use("Atza|none");
    assertThat(amazon.get(ITEM).status()).isEqualTo(403);
    assertThat(amazon.signInAsApplication().get(ITEM).status()).isEqualTo(403);
  }
}
