package kontor.sandbox.ebay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import kontor.sandbox.document.Json;
import kontor.sandbox.http.Request;
import kontor.sandbox.http.Response;
import kontor.sandbox.state.Store;
import kontor.sandbox.state.Table;

/**
 * The keys that a program signs calls with. eBay makes them, keeps the public half sealed in a JWE
 * and forgets the private one; here the JWE is a name of the public half.
 */
final class SigningKeys {

  /** The key of the local seller, so that refunds work without making one first. */
  private static final Key LOCAL =
      new Key(
          "kontor-local-signing-key",
          "MCowBQYDK2VwAyEA/F5b+4WgNFiopZx5V/cPmYnvJmZjV9CZo7VOz64ra8A=");

  /** The public half, X.509 in base64, by its JWE. */
  record Key(String jwe, String publicKey) {}

  private final Body body = Body.of("signingKey", Problem.KEY_INPUT);
  private final Table<Key> keys;

  SigningKeys(Store store) {
    keys = store.table("ebay-signing-keys", Key.class);
  }

  /** POST /developer/key_management/v1/signing_key: the private half is told this once. */
  Response create(Request request) {
    body.read(request);
    KeyPair pair = generate();
    String id = UUID.randomUUID().toString();
    Key key = new Key("eyJ6aXAiOiJERUYifQ." + id, base64(pair.getPublic().getEncoded()));
    keys.put(key.jwe(), key);
    ObjectNode shown = Json.object().put("signingKeyId", id).put("signingKeyCipher", "ED25519");
    shown.put("jwe", key.jwe()).put("publicKey", key.publicKey());
    shown.put("privateKey", base64(pair.getPrivate().getEncoded()));
    return Response.json(201, shown);
  }

  Optional<PublicKey> find(String jwe) {
    Optional<Key> key = jwe.equals(LOCAL.jwe()) ? Optional.of(LOCAL) : keys.get(jwe);
    return key.map(SigningKeys::read);
  }

  private static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicKey read(Key key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(key.publicKey());
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
