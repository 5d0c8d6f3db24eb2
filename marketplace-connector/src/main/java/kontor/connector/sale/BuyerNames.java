package kontor.connector.sale;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kontor.contracts.ChannelId;
import kontor.contracts.CustomerId;

/**
 * Turns a marketplace's user name, which is personal data, into an opaque id: the same buyer has
 * the same one, and without the key nobody can try out names.
 */
public final class BuyerNames {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;

  private final SecretKeySpec key;

  /**
   * @param key at least 32 bytes, base64
   */
  public BuyerNames(String key) {
    byte[] bytes = Base64.getDecoder().decode(key);
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException(
          "kontor.connector.key (KONTOR_CONNECTOR_KEY) must have 32 bytes in base64");
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  CustomerId idOf(ChannelId channel, String userName) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal((channel + "/" + userName).getBytes(StandardCharsets.UTF_8));
      ByteBuffer bits = ByteBuffer.wrap(hash);
      return new CustomerId(channel + ":" + new UUID(bits.getLong(), bits.getLong()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
