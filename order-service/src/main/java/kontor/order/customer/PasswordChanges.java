package kontor.order.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kontor.contracts.CustomerId;
import org.jspecify.annotations.Nullable;

/** New passwords, with the old one or with a mailed link. */
public final class PasswordChanges {

  private final Customers customers;
  private final AccountChanges changes;
  private final Passwords passwords;
  private final LinkTokens links;
  private final CustomerMails mails;
  private final SignInAttempts attempts;
  private final Clock clock;

  public PasswordChanges(
      Customers customers,
      Passwords passwords,
      LinkTokens links,
      CustomerMails mails,
      SignInAttempts attempts,
      Clock clock) {
    this.customers = customers;
    this.changes = new AccountChanges(customers);
    this.passwords = passwords;
    this.links = links;
    this.mails = mails;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** The old password was found right before. All sessions end. */
  public Customer changePassword(CustomerId id, @Nullable String password) {
    String hash = hashed(changes.find(id), password);
    links.forget(id);
    return changes.update(id, c -> c.withPassword(hash, now()));
  }

  private String hashed(Customer customer, @Nullable String password) {
    return passwords.hash(PasswordRule.check("newPassword", password, customer.profile().email()));
  }

  /** Mails a link, where somebody has this address; tells nobody whether. */
  public void forgotPassword(EmailAddress email) {
    customers
        .byEmail(email.normalised())
        .ifPresent(c -> mails.sendLink(c, LinkTokens.Use.NEW_PASSWORD, now()));
  }

  /**
   * The link works once, and only for a password that is good. All sessions end, and so does a
   * pause after wrong passwords.
   */
  public Customer resetPassword(String token, @Nullable String password) {
    LinkTokens.Use use = LinkTokens.Use.NEW_PASSWORD;
    CustomerId id = links.find(token, use, now()).orElseThrow(Accounts::badLink);
    String hash = hashed(changes.find(id), password);
    if (links.take(token, use, now()).isEmpty()) {
      throw Accounts.badLink();
    }
    links.forget(id);
    Customer after = changes.update(id, c -> c.withPassword(hash, now()));
    attempts.succeeded(after.profile().email().normalised());
    return after;
  }

  /** What the store keeps: milliseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
