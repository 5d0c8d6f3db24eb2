package kontor.connector.ebay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Signs a call that moves a European or British seller's money: RFC 9421 over a digest by RFC 9530,
 * with an Ed25519 key of eBay's Key Management API (eBay's guide "Digital Signatures for APIs").
 */
final class EbaySignature {

  private static final String DIGEST = "\"content-digest\" ";
  private static final String COVERED =
      "\"x-ebay-signature-key\" \"@method\" \"@path\" \"@authority\"";

  private final PrivateKey key;
  private final String jwe;

  /**
   * @param privateKey PKCS 8 in base64, with or without the lines around it
   * @param jwe the public half, as eBay has sealed it
   * @throws IllegalArgumentException if the key cannot be read
   */
  EbaySignature(String privateKey, String jwe) {
    this.jwe = jwe.strip();
    try {
      byte[] bytes = Base64.getDecoder().decode(privateKey.replaceAll("-----[^-]+-----|\\s", ""));
      key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key in PKCS 8", e);
    }
  }

  /** The headers that go with the call; one without a body has no digest. */
  Map<String, String> headers(String method, URI uri, byte[] body, Instant at) {
    String digest = body.length == 0 ? "" : digest(body);
    String parameters = parameters(at.getEpochSecond(), !digest.isEmpty());
    String base = base(method, uri, digest, jwe, parameters);
    Map<String, String> headers = new LinkedHashMap<>();
    if (!digest.isEmpty()) {
      headers.put("Content-Digest", digest);
    }
    headers.put("x-ebay-signature-key", jwe);
    headers.put("Signature-Input", "sig1=" + parameters);
    headers.put("Signature", "sig1=:" + Base64.getEncoder().encodeToString(sign(base)) + ":");
    return headers;
  }

  static String parameters(long created, boolean withBody) {
    return "(" + (withBody ? DIGEST : "") + COVERED + ");created=" + created;
  }

  /**
   * @param digest of the body; empty without one
   */
  static String base(String method, URI uri, String digest, String jwe, String parameters) {
    return (digest.isEmpty() ? "" : "\"content-digest\": " + digest + "\n")
        + ("\"x-ebay-signature-key\": " + jwe + "\n")
        + ("\"@method\": " + method + "\n")
        + ("\"@path\": " + uri.getRawPath() + "\n")
        + ("\"@authority\": " + authority(uri) + "\n")
        + ("\"@signature-params\": " + parameters);
  }

  /** Without the port that the scheme has anyway, as RFC 9421 §2.2.3 wants it. */
  private static String authority(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    int own = "https".equals(uri.getScheme()) ? 443 : 80;
    return uri.getPort() < 0 || uri.getPort() == own ? host : host + ":" + uri.getPort();
  }

  static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] sign(String base) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(base.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
