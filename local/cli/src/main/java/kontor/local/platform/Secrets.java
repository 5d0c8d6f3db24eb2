package kontor.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * The keys of this machine's platform: made once, kept for the owner only, handed to processes by
 * environment. Each process gets only its own.
 *
 * @param tokenPrivateKey signs the platform's tokens (ES256): PKCS#8, DER, base64
 * @param tokenPublicKey checks them: X.509 SubjectPublicKeyInfo, DER, base64
 * @param connectorKey encrypts marketplace secrets: 32 bytes, base64
 * @param paymentMessages signs what the test payment provider tells later
 */
public record Secrets(
    String tokenPrivateKey,
    String tokenPublicKey,
    String connectorKey,
    String paymentMessages,
    String adminPassword) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int PASSWORD_LENGTH = 16;

  /** Without letters and digits that look alike. */
  private static final String PASSWORD_LETTERS =
      "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** Reads them, after making those that are missing. */
  public static Secrets of(PlatformFolder folder) {
    try {
      Path privateKey = folder.secrets().resolve("token-private-key");
      Path publicKey = folder.secrets().resolve("token-public-key");
      if (!Files.exists(privateKey) || !Files.exists(publicKey)) {
        KeyPair pair = signingKeys();
        PlatformFolder.writePrivately(publicKey, base64(pair.getPublic().getEncoded()));
        PlatformFolder.writePrivately(privateKey, base64(pair.getPrivate().getEncoded()));
      }
      return new Secrets(
          Files.readString(privateKey),
          Files.readString(publicKey),
          kept(folder.secrets().resolve("connector-key"), base64(randomBytes())),
          kept(folder.secrets().resolve("payment-messages"), base64(randomBytes())),
          kept(folder.secrets().resolve("admin-password"), password()));
    } catch (IOException failed) {
      throw new PlatformException(
          "Cannot keep the keys in " + folder.secrets() + ": " + failed.getMessage(), failed);
    }
  }

  private static String kept(Path file, String fresh) throws IOException {
    if (!Files.exists(file)) {
      PlatformFolder.writePrivately(file, fresh);
    }
    return Files.readString(file);
  }

  private static KeyPair signingKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has this curve", missing);
    }
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String password() {
    StringBuilder password = new StringBuilder();
    RANDOM
        .ints(PASSWORD_LENGTH, 0, PASSWORD_LETTERS.length())
        .forEach(i -> password.append(PASSWORD_LETTERS.charAt(i)));
    return password.toString();
  }

  /** Unguessable, for the supervisor's control. */
  static String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Secrets";
  }
}
