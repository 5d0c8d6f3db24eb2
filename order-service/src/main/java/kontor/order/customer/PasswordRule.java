package kontor.order.customer;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be: long, and nothing else (NIST SP 800-63B § 3.1.1: no rules of
 * composition).
 */
final class PasswordRule {

  private static final int SHORTEST = 10;

  /** bcrypt reads no more. */
  private static final int MOST_BYTES = 72;

  private PasswordRule() {}

  static String check(String field, @Nullable String password, EmailAddress email) {
    if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
      throw refused(field, "must have at least " + SHORTEST + " characters");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw refused(field, "must have at most " + MOST_BYTES + " bytes");
    }
    if (password.equalsIgnoreCase(email.value())) {
      throw refused(field, "must not be the e-mail address");
    }
    return password;
  }

  private static AccountRefusedException refused(String field, String reason) {
    return new AccountRefusedException(AccountRefusedException.Reason.INPUT, field, reason);
  }
}
