package kontor.connector.ebay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signed calls against eBay's own example, which lies beside the repository. */
class EbaySignatureTest {

  private static final Path VECTOR =
      Path.of("../../shared/specs/ebay/digital-signature/vector.json");
  private static final String PRIVATE =
      "MC4CAQAwBQYDK2VwBCIEIGc8CD4JOCvV2o4WTsowoGDOqcuwT00sFanxAOqxmQVY";
  private static final String PUBLIC =
      "MCowBQYDK2VwAyEA/F5b+4WgNFiopZx5V/cPmYnvJmZjV9CZo7VOz64ra8A=";

  @Test
  void whatIsSignedIsByteForByteWhatEbaySigns() throws Exception {
    assumeTrue(Files.exists(VECTOR), () -> "not there: " + VECTOR);
    JsonNode vector = JsonMapper.shared().readTree(VECTOR);
    byte[] body = vector.path("body").asString().getBytes(StandardCharsets.UTF_8);
    String digest = vector.at("/headers/content-digest").asString();
    assertThat(EbaySignature.digest(body)).isEqualTo(digest);
    URI uri =
        URI.create(
            "http://" + vector.path("authority").asString() + vector.path("path").asString());
    String base =
        EbaySignature.base(
            vector.path("method").asString(),
            uri,
            digest,
            vector.at("/headers/x-ebay-signature-key").asString(),
            EbaySignature.parameters(1_658_440_308L, true));
    assertThat(base)
        .isEqualTo(
            vector
                .path("signatureBaseLines")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.joining("\n")));
    String signature = vector.at("/headers/signature").asString();
    assertThat(fits(vector.path("publicKeyX509Base64").asString(), base, signature)).isTrue();
  }

  @Test
  void aSignatureIsOverThisBodyThisPathAndThisHost() throws Exception {
    String pem = "-----BEGIN PRIVATE KEY-----\n" + PRIVATE + "\n-----END PRIVATE KEY-----\n";
    URI uri = URI.create("https://API.ebay.com:443/sell/fulfillment/v1/order/1/issue_refund?x=1");
    byte[] body = "{\"ü\":1}".getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        new EbaySignature(pem, "jwe").headers("POST", uri, body, Instant.ofEpochSecond(7));

    String base =
        "\"content-digest\": "
            + headers.get("Content-Digest")
            + "\n\"x-ebay-signature-key\": jwe\n\"@method\": POST\n"
            + "\"@path\": /sell/fulfillment/v1/order/1/issue_refund\n"
            + "\"@authority\": api.ebay.com\n\"@signature-params\": "
            + "(\"content-digest\" \"x-ebay-signature-key\" \"@method\" \"@path\" \"@authority\")"
            + ";created=7";
    assertThat(fits(PUBLIC, base, headers.getOrDefault("Signature", ""))).isTrue();
    assertThat(
            fits(PUBLIC, base.replace("order/1", "order/2"), headers.getOrDefault("Signature", "")))
        .isFalse();
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new EbaySignature("QUJD", "jwe"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Ed25519");
  }

  private static boolean fits(String key, String base, String header) throws Exception {
    PublicKey known =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(known);
    check.update(base.getBytes(StandardCharsets.UTF_8));
    return check.verify(Base64.getDecoder().decode(header.replaceAll("^sig1=:|:$", "")));
  }
}
