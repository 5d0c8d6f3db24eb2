package kontor.access;

/** The caller is unknown, or known and not allowed to. */
public final class AccessRefusedException extends RuntimeException {

  private final int status;

  private AccessRefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** No token, or one that cannot be trusted. */
  public static AccessRefusedException unauthenticated(String reason) {
    return new AccessRefusedException(401, reason);
  }

  /** A good token of somebody who lacks the role. */
  public static AccessRefusedException forbidden(String reason) {
    return new AccessRefusedException(403, reason);
  }

  /** The HTTP status to answer with: 401 or 403. */
  public int status() {
    return status;
  }
}
