package kontor.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Only a provider's own, fresh and unchanged message is taken. */
class MessageSignatureTest {

  private static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");
  private static final String BODY = "{\"type\":\"authorised\"}";

  private final MessageSignature signature = new MessageSignature("secret");

  @Test
  void theSendersOwnMessageIsTaken() {
    assertThat(signature.isValid(signature.sign(BODY, NOW), BODY, NOW)).isTrue();
    assertThat(signature.isValid(signature.sign(BODY, NOW), BODY, NOW.plusSeconds(300))).isTrue();
  }

  @Test
  void anOldAForgedAndAChangedMessageAreNot() {
    String header = signature.sign(BODY, NOW);
    assertThat(signature.isValid(header, BODY, NOW.plusSeconds(301))).isFalse();
    assertThat(signature.isValid(header, BODY, NOW.minusSeconds(301))).isFalse();
    assertThat(signature.isValid(header, BODY + " ", NOW)).isFalse();
    assertThat(signature.isValid(new MessageSignature("other").sign(BODY, NOW), BODY, NOW))
        .isFalse();
    assertThat(signature.isValid(header.replace("t=1", "t=2"), BODY, NOW)).isFalse();
    assertThat(signature.isValid(null, BODY, NOW)).isFalse();
    assertThat(signature.isValid("v1=00", BODY, NOW)).isFalse();
  }
}
