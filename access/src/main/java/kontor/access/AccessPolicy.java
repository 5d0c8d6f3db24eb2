package kontor.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a path asks for: {@code /api/admin} a manager, the rest of {@code /api} any caller with a
 * good token. Everything else (health, metrics, API documents) is not for the gateway's callers and
 * open.
 */
public final class AccessPolicy {

  private static final String BEARER = "Bearer ";

  private final AccessTokens.Verifier verifier;

  public AccessPolicy(AccessTokens.Verifier verifier) {
    this.verifier = verifier;
  }

  /**
   * The caller of a path under {@code /api}; empty for an open path.
   *
   * @param authorization the header of that name
   * @throws AccessRefusedException when the caller may not
   */
  public Optional<Caller> admit(String path, @Nullable String authorization) {
    if (!path.startsWith("/api/")) {
      return Optional.empty();
    }
    if (authorization == null || !authorization.startsWith(BEARER)) {
      throw AccessRefusedException.unauthenticated("a token is missing");
    }
    Caller caller = verifier.verify(authorization.substring(BEARER.length()));
    if (!path.startsWith("/api/shop/") && !caller.is(Role.MANAGER)) {
      throw AccessRefusedException.forbidden("this needs the role of a manager");
    }
    return Optional.of(caller);
  }
}
