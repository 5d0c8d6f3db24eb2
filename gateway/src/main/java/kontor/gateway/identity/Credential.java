package kontor.gateway.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What proves who somebody is: a session or an API key. The secret itself is not kept, only its
 * hash.
 *
 * @param id SHA-256 of the secret, hexadecimal
 * @param name what people call it
 * @param expiresAt never when absent
 */
record Credential(String id, Kind kind, String subject, String name, @Nullable Instant expiresAt) {

  /** People have sessions, programs have keys. */
  enum Kind {
    /** Of a manager. */
    SESSION,
    CUSTOMER_SESSION,
    API_KEY
  }

  boolean isValidAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
