package kontor.order.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a message is a provider's: an HMAC-SHA256 over the moment of sending and the body
 * as it was sent, written {@code t=<seconds>,v1=<hex>}. A message older than five minutes is
 * refused, so that one that was overheard is of no use later.
 */
public final class MessageSignature {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

  private final byte[] secret;

  public MessageSignature(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("a secret of nothing protects nothing");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  public boolean isValid(@Nullable String header, String body, Instant now) {
    Matcher parts = HEADER.matcher(header == null ? "" : header);
    if (!parts.matches()) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
    byte[] told = HexFormat.of().parseHex(parts.group(2));
    return MessageDigest.isEqual(told, hash(parts.group(1) + "." + body))
        && Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
  }

  /** The header of a message that is sent now. */
  public String sign(String body, Instant now) {
    String at = Long.toString(now.getEpochSecond());
    return "t=" + at + ",v1=" + HexFormat.of().formatHex(hash(at + "." + body));
  }

  private byte[] hash(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
