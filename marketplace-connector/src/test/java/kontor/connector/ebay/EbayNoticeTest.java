package kontor.connector.ebay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Signed notifications against eBay's own example, which lies beside the repository. */
class EbayNoticeTest {

  private static final Path EXAMPLE = Path.of("../../shared/specs/ebay/notification-signature");
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void theBytesThatWereSignedAreGenuineAndNoOthers() throws Exception {
    assumeTrue(Files.isDirectory(EXAMPLE), () -> "not there: " + EXAMPLE);
    EbayNoticeSignature signature =
        EbayNoticeSignature.read(Files.readString(EXAMPLE.resolve("signature-header.txt")), JSON)
            .orElseThrow();
    assertThat(signature.kid()).isEqualTo("9936261a-7d7b-4621-a0f1-96ccb428af49");
    PublicKey key =
        EbayNoticeSignature.key(
            JSON.readTree(EXAMPLE.resolve("public_key_response.json")).path("key").asString());
    assertThat(signature.fits(bytes("message.signed-bytes.json"), key)).isTrue();
    assertThat(signature.fits(bytes("message.json"), key)).as("laid out anew").isFalse();
    assertThat(signature.fits(bytes("tampered_message.json"), key)).isFalse();
  }

  private static byte[] bytes(String name) throws Exception {
    return Files.readAllBytes(EXAMPLE.resolve(name));
  }

  @Test
  void whatIsNoSignatureIsNone() {
    assertThat(EbayNoticeSignature.read("", JSON)).isEmpty();
    assertThat(EbayNoticeSignature.read("%%%", JSON)).isEmpty();
    assertThat(EbayNoticeSignature.read("e30=", JSON)).isEmpty();
  }
}
