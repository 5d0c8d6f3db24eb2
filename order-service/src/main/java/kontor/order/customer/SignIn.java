package kontor.order.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whether somebody is the customer that he says he is. */
public final class SignIn {

  /** What came of it. */
  public sealed interface Outcome {

    record Welcome(Customer customer) implements Outcome {}

    /** E-mail address or password: nobody learns which. */
    record Wrong() implements Outcome {}

    /** Too many wrong passwords in a row; the same for addresses that nobody has. */
    record Paused(Instant until) implements Outcome {}
  }

  private final Customers customers;
  private final Passwords passwords;
  private final SignInAttempts attempts;
  private final Clock clock;

  public SignIn(Customers customers, Passwords passwords, SignInAttempts attempts, Clock clock) {
    this.customers = customers;
    this.passwords = passwords;
    this.attempts = attempts;
    this.clock = clock;
  }

  public Outcome tryWith(EmailAddress email, String password) {
    Optional<Customer> customer = customers.byEmail(email.normalised());
    return check(email, password, customer.orElse(null));
  }

  /** Whether this is the customer's password; counted like a sign-in. */
  public Outcome confirm(Customer customer, String password) {
    return check(customer.profile().email(), password, customer);
  }

  private Outcome check(EmailAddress email, String password, @Nullable Customer customer) {
    Instant now = clock.instant();
    Instant until = attempts.begin(email.normalised(), now);
    if (until.isAfter(now)) {
      return new Outcome.Paused(until);
    }
    boolean right = passwords.matches(password, customer == null ? null : customer.passwordHash());
    if (customer == null || !right) {
      return new Outcome.Wrong();
    }
    attempts.succeeded(email.normalised());
    return new Outcome.Welcome(customer);
  }
}
