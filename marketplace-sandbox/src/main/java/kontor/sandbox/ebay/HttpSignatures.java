package kontor.sandbox.ebay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.sandbox.http.Request;

/**
 * Checks the signature of a call that moves a European or British seller's money (RFC 9421 with a
 * digest by RFC 9530, Ed25519).
 */
final class HttpSignatures {

  private static final String KEY = "x-ebay-signature-key";
  private static final Pattern INPUT =
      Pattern.compile("sig1=(\\(((?:\"[a-z@-]+\" ?)+)\\);created=[0-9]{1,12})");
  private static final Pattern SIGNATURE = Pattern.compile("sig1=:([A-Za-z0-9+/=]+):");
  private static final String DIGEST = "content-digest";
  private static final List<String> COVERED = List.of(KEY, "@method", "@path", "@authority");

  private final SigningKeys keys;

  HttpSignatures(SigningKeys keys) {
    this.keys = keys;
  }

  /** Refuses a call without a good signature, if the seller's country wants one. */
  void check(Request request, Seller seller) {
    if (!seller.signs()) {
      return;
    }
    PublicKey key =
        keys.find(header(request, KEY))
            .orElseThrow(() -> Problem.BAD_SIGNATURE_INPUT.refuse(KEY + " is not known"));
    Matcher input = match(INPUT, header(request, "signature-input"));
    Matcher signature = match(SIGNATURE, header(request, "signature"));
    List<String> components =
        Stream.of(input.group(2).split(" ")).map(name -> name.replace("\"", "")).toList();
    boolean bare = request.method().equals("GET");
    if (!components.containsAll(COVERED) || components.contains(DIGEST) == bare) {
      throw Problem.BAD_SIGNATURE_INPUT.refuse(
          "must cover " + COVERED + " and, with a body, its digest");
    }
    if (!bare && !header(request, DIGEST).equals(digest(request.payload().bytes()))) {
      throw Problem.BAD_SIGNATURE_INPUT.refuse("the digest is not that of the body");
    }
    String base =
        components.stream()
                .map(name -> "\"" + name + "\": " + value(request, name) + "\n")
                .collect(Collectors.joining())
            + "\"@signature-params\": "
            + input.group(1);
    if (!fits(key, base, signature.group(1))) {
      throw Problem.BAD_SIGNATURE.refuse("");
    }
  }

  private static String header(Request request, String name) {
    return request
        .header(name)
        .orElseThrow(() -> Problem.NO_SIGNATURE.refuse(name, "header", name));
  }

  private static Matcher match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw Problem.BAD_SIGNATURE_INPUT.refuse("not readable: " + text);
    }
    return matcher;
  }

  private static String value(Request request, String component) {
    return switch (component) {
      case "@method" -> request.method();
      case "@path" -> "/ebay/" + String.join("/", request.path());
      case "@authority" -> request.header("Host").orElse("");
      default -> header(request, component);
    };
  }

  private static boolean fits(PublicKey key, String base, String signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(base.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // a broken signature fits nothing
    }
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
