package kontor.sandbox;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Puts an HTTP signature on a call, as eBay wants it from European sellers. */
record SignedCall(String jwe, String privateKey) {

  static final SignedCall LOCAL =
      new SignedCall(
          "kontor-local-signing-key",
          "MC4CAQAwBQYDK2VwBCIEIGc8CD4JOCvV2o4WTsowoGDOqcuwT00sFanxAOqxmQVY");

  HttpRequest.Builder post(Caller caller, String path, String body) {
    return post(caller, path, body, body);
  }

  /**
   * @param signed the body that the signature is for
   */
  HttpRequest.Builder post(Caller caller, String path, String body, String signed) {
    HttpRequest.Builder request = caller.request(path);
    String digest = "sha-256=:" + base64(hash(signed)) + ":";
    String parameters =
        "(\"content-digest\" \"x-ebay-signature-key\" \"@method\" \"@path\" \"@authority\")"
            + ";created=1800000000";
    String base =
        ("\"content-digest\": " + digest + "\n")
            + ("\"x-ebay-signature-key\": " + jwe + "\n")
            + ("\"@method\": POST\n\"@path\": " + path + "\n")
            + ("\"@authority\": " + caller.authority() + "\n")
            + ("\"@signature-params\": " + parameters);
    return request
        .header("Content-Type", "application/json")
        .header("Content-Digest", digest)
        .header("x-ebay-signature-key", jwe)
        .header("Signature-Input", "sig1=" + parameters)
        .header("Signature", "sig1=:" + base64(sign(base)) + ":")
        .POST(BodyPublishers.ofString(body));
  }

  private byte[] sign(String base) {
    try {
      byte[] key = Base64.getDecoder().decode(privateKey);
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(key)));
      signature.update(base.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hash(String body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
