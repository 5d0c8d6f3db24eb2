package kontor.connector.ebay;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The header {@code X-EBAY-SIGNATURE}: which key of eBay has signed the bytes of a notification,
 * and the signature (ECDSA over SHA-1, as eBay has it).
 */
record EbayNoticeSignature(String kid, String signature) {

  /** Empty when it is nothing that eBay would send. */
  static Optional<EbayNoticeSignature> read(String header, JsonMapper json) {
    try {
      JsonNode told = json.readTree(Base64.getDecoder().decode(header.strip()));
      String kid = told.path("kid").asString("");
      boolean known =
          told.path("alg").asString("").equalsIgnoreCase("ecdsa")
              && told.path("digest").asString("").equalsIgnoreCase("SHA1")
              && kid.matches("[A-Za-z0-9-]{1,64}");
      String signature = told.path("signature").asString("");
      return known ? Optional.of(new EbayNoticeSignature(kid, signature)) : Optional.empty();
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * A key as eBay shows it.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static PublicKey key(String pem) {
    try {
      byte[] bytes = Base64.getDecoder().decode(pem.replaceAll("-----[^-]+-----|\\s", ""));
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a public key", e);
    }
  }

  /**
   * @param body as it was received
   */
  boolean fits(byte[] body, PublicKey key) {
    try {
      Signature check = Signature.getInstance("SHA1withECDSA");
      check.initVerify(key);
      check.update(body);
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // a broken signature fits nothing
    }
  }
}
