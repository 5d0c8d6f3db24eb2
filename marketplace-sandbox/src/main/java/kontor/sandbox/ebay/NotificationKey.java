package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;

/** The key that notifications are signed with; another one after each start. */
final class NotificationKey {

  private final String kid = UUID.randomUUID().toString();
  private final KeyPair pair = generate();

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** GET /commerce/notification/v1/public_key/{kid}. */
  Response get(Request request) {
    String wanted = request.variable("kid");
    if (!wanted.equals(kid)) {
      throw Problem.NO_SUCH_PUBLIC_KEY.refuse(wanted, "public_key_id", wanted);
    }
    String key = base64(pair.getPublic().getEncoded());
    ObjectNode shown = Json.object();
    shown.put("key", "-----BEGIN PUBLIC KEY-----" + key + "-----END PUBLIC KEY-----");
    return Response.json(200, shown.put("algorithm", "ECDSA").put("digest", "SHA1"));
  }

  /** The header {@code X-EBAY-SIGNATURE} of a message. */
  String sign(byte[] message) {
    ObjectNode header = Json.object().put("alg", "ecdsa").put("kid", kid);
    header.put("signature", base64(signature(message))).put("digest", "SHA1");
    return base64(header.toString().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] signature(byte[] message) {
    try {
      Signature signature = Signature.getInstance("SHA1withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
