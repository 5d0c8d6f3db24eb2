package kontor.sandbox.etsy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.security.MessageDigest;
import java.util.Base64;
import kontor.sandbox.etsy.EtsyCaller.Answer;
import org.junit.jupiter.api.Test;

/** Keys, tokens, consent, limits, several shops. */
class AccessTest extends EtsyTest {

  private static final String VERIFIER = "a".repeat(50);

  @Test
  void aRefreshTokenIsGoodForOneUseAndTheAccessTokenForAnHour() {
    String first = etsy.refreshToken;
    Answer renewed = etsy.refresh(first);
    assertThat(renewed.at("/access_token")).startsWith("41000001.");
    assertThat(renewed.body().path("expires_in").asInt()).isEqualTo(3600);
    Answer again = etsy.refresh(first);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.error()).isEqualTo("invalid_grant");
    etsy.refreshToken = renewed.at("/refresh_token");
    etsy.signIn();
    assertThat(etsy.get(EtsyCaller.SHOP).at("/currency_code")).isEqualTo("EUR");
    etsy.control("/clock", "{'advance':'PT1H'}");
    assertThat(etsy.get(EtsyCaller.SHOP).status()).isEqualTo(401);
    assertThat(etsy.signIn().get(EtsyCaller.SHOP).status()).isEqualTo(200);
  }

  @Test
  void aRefreshMayFailWithA500AndTheOldTokenIsStillGood() {
    etsy.control("/etsy/faults", "{'operation':'token','kind':'ERROR'}");
    assertThat(etsy.refresh(etsy.refreshToken).status()).isEqualTo(500);
    assertThat(etsy.refresh(etsy.refreshToken).status()).isEqualTo(200);
  }

  @Test
  void theDirectorConsentsAndTheCodeIsWorthATokenOnceForWhoHasTheVerifier() throws Exception {
    String code = consent();
    assertThat(exchange(code, "b".repeat(50)).error()).isEqualTo("invalid_grant");
    String second = consent();
    Answer token = exchange(second, VERIFIER);
    assertThat(token.status()).isEqualTo(200);
    assertThat(exchange(second, VERIFIER).status()).isEqualTo(400);
    assertThat(etsy.use(token.at("/access_token")).get(EtsyCaller.SHOP).status()).isEqualTo(200);
    etsy.control("/etsy/consent", "{'granted':false}");
    assertThat(connect().header("Location")).contains("error=access_denied", "state=s1");
  }

  private Answer connect() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    String page =
        sandbox.baseUri()
            + "/etsy/oauth/connect?response_type=code&client_id=kontor-local&state=s1"
            + "&redirect_uri=http://localhost/back&scope=listings_r%20transactions_w"
            + "&code_challenge_method=S256&code_challenge="
            + challenge;
    return etsy.send(HttpRequest.newBuilder(URI.create(page)));
  }

  private String consent() throws Exception {
    Answer page = connect();
    assertThat(page.status()).isEqualTo(302);
    String location = page.header("Location");
    assertThat(location).startsWith("http://localhost/back?state=s1&code=");
    return location.substring(location.indexOf("code=") + 5);
  }

  private Answer exchange(String code, String verifier) {
    return etsy.tokens(
        "grant_type=authorization_code&client_id=kontor-local&redirect_uri=http://localhost/back"
            + "&code="
            + code
            + "&code_verifier="
            + verifier);
  }

  @Test
  void theKeyGoesWithItsSecretAndShopsAreApart() {
    HttpRequest.Builder keyless =
        etsy.api(EtsyCaller.SHOP).setHeader("x-api-key", "kontor-local").GET();
    assertThat(etsy.send(keyless).status()).isEqualTo(403);
    String id = etsy.list("A", 5, "10.00");
    String two = "{'shopId':2,'refreshToken':'two','currency':'USD'}";
    assertThat(etsy.control("/etsy/shops", two).status()).isEqualTo(201);
    assertThat(etsy.control("/etsy/shops", two.replace("2,", "3,")).status()).isEqualTo(409);
    EtsyCaller second = new EtsyCaller(sandbox.baseUri());
    second.refreshToken = "two";
    second.signIn();
    assertThat(second.get(EtsyCaller.SHOP).status()).isEqualTo(403);
    assertThat(second.get("/listings/" + id).status()).isEqualTo(404);
    assertThat(second.get("/shops/2").at("/currency_code")).isEqualTo("USD");
  }

  @Test
  void fault44EachAnswerSaysWhatIsLeftAndBeyondItThereIs429() {
    etsy.control("/etsy/limits", "{'perSecond':100,'perDay':2}");
    Answer first = etsy.get(EtsyCaller.SHOP);
    assertThat(first.header("x-limit-per-day")).isEqualTo("2");
    assertThat(first.header("x-remaining-today")).isEqualTo("1");
    assertThat(first.header("x-remaining-this-second")).isEqualTo("99");
    etsy.control("/clock", "{'advance':'PT23H'}");
    etsy.signIn().get(EtsyCaller.SHOP);
    Answer beyond = etsy.get(EtsyCaller.SHOP);
    assertThat(beyond.status()).isEqualTo(429);
    assertThat(beyond.error()).isEqualTo("Exceeded per day rate limit");
    assertThat(Integer.parseInt(beyond.header("retry-after"))).isBetween(3500, 3600);
    assertThat(etsy.ledger().path("limitBreaches").asInt()).isEqualTo(1);

    etsy.control("/clock", "{'advance':'PT1H'}"); // the first call has left the 24 hours
    assertThat(etsy.signIn().get(EtsyCaller.SHOP).status()).isEqualTo(200);
    assertThat(etsy.get(EtsyCaller.SHOP).status()).isEqualTo(429);
  }

  @Test
  void theTimeScaleMultipliesTheLimits() {
    etsy.control("/etsy/limits", "{'perSecond':10}");
    etsy.control("/time-scale", "{'factor':100}");
    assertThat(etsy.get(EtsyCaller.SHOP).header("x-limit-per-second")).isEqualTo("1000");
    etsy.control("/etsy/limits", "{'perSecond':1}");
    etsy.control("/time-scale", "{'factor':1}");
    Answer last = etsy.get(EtsyCaller.SHOP);
    for (int i = 0; i < 50 && last.status() == 200; i++) {
      last = etsy.get(EtsyCaller.SHOP);
    }
    assertThat(last.error()).isEqualTo("Exceeded per second rate limit");
    assertThat(last.header("retry-after")).isEqualTo("1");
  }
}
