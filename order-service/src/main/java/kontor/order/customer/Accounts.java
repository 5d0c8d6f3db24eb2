package kontor.order.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kontor.contracts.CustomerId;
import kontor.order.customer.AccountRefusedException.Reason;
import kontor.order.customer.Consent.Purpose;
import kontor.order.customer.Customers.Stored;
import org.jspecify.annotations.Nullable;

/** What customers do with their accounts. Each call is one write, so a crash leaves no half. */
public final class Accounts {

  private final Customers customers;
  private final Passwords passwords;
  private final LinkTokens links;
  private final CustomerMails mails;
  private final Clock clock;

  public Accounts(
      Customers customers,
      Passwords passwords,
      LinkTokens links,
      CustomerMails mails,
      Clock clock) {
    this.customers = customers;
    this.passwords = passwords;
    this.links = links;
    this.mails = mails;
    this.clock = clock;
  }

  public Customer register(Profile profile, @Nullable String password) {
    String good = PasswordRule.check("password", password, profile.email());
    Customer fresh =
        Customer.registered(
            new CustomerId(Customer.PREFIX + UUID.randomUUID()),
            customers.nextNumber(),
            profile,
            passwords.hash(good),
            now());
    return told(fresh, customers.add(fresh));
  }

  public Customer find(CustomerId id) {
    return customers
        .find(id)
        .orElseThrow(() -> new AccountRefusedException(Reason.UNKNOWN, "id", "no such customer"));
  }

  /**
   * @param seen the version that the author of the change has seen
   */
  public Customer changeProfile(CustomerId id, Profile wanted, long seen) {
    return change(id, seen, customer -> customer.with(wanted));
  }

  public Customer setGroup(CustomerId id, @Nullable String group, long seen) {
    return change(id, seen, customer -> customer.in(group));
  }

  public Customer addAddress(
      CustomerId id, SavedAddress wanted, boolean delivery, boolean invoice) {
    return update(
        id,
        customer -> {
          if (customer.addresses().addresses().size() >= AddressBook.MOST) {
            throw new AccountRefusedException(
                Reason.CONFLICT, "address", "there are " + AddressBook.MOST + " already");
          }
          AddressBook book = customer.addresses().put(wanted);
          return customer.with(book.prefer(wanted.id(), delivery, invoice));
        });
  }

  /** The address replaces the one with its id. */
  public Customer changeAddress(
      CustomerId id, SavedAddress wanted, boolean delivery, boolean invoice, long seen) {
    return change(
        id,
        seen,
        customer -> {
          AddressBook book = known(customer, wanted.id()).put(wanted);
          return customer.with(book.prefer(wanted.id(), delivery, invoice));
        });
  }

  public Customer removeAddress(CustomerId id, String address, long seen) {
    return change(id, seen, c -> c.with(known(c, address).without(address)));
  }

  private static AddressBook known(Customer customer, String address) {
    if (customer.addresses().find(address).isEmpty()) {
      throw new AccountRefusedException(Reason.UNKNOWN, "address", "you have no such address");
    }
    return customer.addresses();
  }

  /** Given at once, or asked for by a mail whose link confirms it. */
  public Customer giveConsent(CustomerId id, Purpose purpose, String textVersion) {
    Customer after = update(id, c -> c.with(c.consents().give(purpose, textVersion, now())));
    if (!after.consents().isGiven(purpose)) {
      mails.sendLink(after, use(purpose), now());
    }
    return after;
  }

  public Customer withdrawConsent(CustomerId id, Purpose purpose) {
    return update(id, c -> c.with(c.consents().withdraw(purpose, now())));
  }

  /** The link in a mail was used; using it again changes nothing. */
  public void confirmConsent(String token, Purpose purpose) {
    CustomerId id = links.find(token, use(purpose), now()).orElseThrow(Accounts::badLink);
    update(id, c -> c.with(c.consents().confirm(purpose, now()).orElseThrow(Accounts::badLink)));
  }

  static LinkTokens.Use use(Purpose purpose) {
    return switch (purpose) {
      case NEWSLETTER -> LinkTokens.Use.CONFIRM_NEWSLETTER;
      case REVIEW_REQUESTS -> LinkTokens.Use.CONFIRM_REVIEW_REQUESTS;
      case PERSONAL_OFFERS -> throw new IllegalArgumentException("needs no link: " + purpose);
    };
  }

  /** The old password was found right before. All sessions end. */
  public Customer changePassword(CustomerId id, @Nullable String password) {
    String hash = hashed(find(id), password);
    links.forget(id);
    return update(id, c -> c.withPassword(hash, now()));
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

  /** The link works once, and only for a password that is good. All sessions end. */
  public Customer resetPassword(String token, @Nullable String password) {
    LinkTokens.Use use = LinkTokens.Use.NEW_PASSWORD;
    CustomerId id = links.find(token, use, now()).orElseThrow(Accounts::badLink);
    String hash = hashed(find(id), password);
    if (links.take(token, use, now()).isEmpty()) {
      throw badLink();
    }
    links.forget(id);
    return update(id, c -> c.withPassword(hash, now()));
  }

  private static AccountRefusedException badLink() {
    return new AccountRefusedException(
        Reason.INPUT, "token", "the link is not valid any more; ask for a new one");
  }

  private Customer change(CustomerId id, long seen, UnaryOperator<Customer> how) {
    Customer before = find(id);
    if (before.version() != seen) {
      throw outdated();
    }
    return store(before, how);
  }

  /** For changes that do not depend on what their author saw: tried until nobody interferes. */
  private Customer update(CustomerId id, UnaryOperator<Customer> how) {
    while (true) {
      Optional<Customer> stored = tryOnce(find(id), how);
      if (stored.isPresent()) {
        return stored.get();
      }
    }
  }

  private Optional<Customer> tryOnce(Customer before, UnaryOperator<Customer> how) {
    Customer changed = how.apply(before);
    if (changed.equals(before)) {
      return Optional.of(before);
    }
    Stored stored = customers.replace(changed);
    return stored == Stored.OUTDATED
        ? Optional.empty()
        : Optional.of(told(find(before.id()), stored));
  }

  private Customer store(Customer before, UnaryOperator<Customer> how) {
    return tryOnce(before, how).orElseThrow(Accounts::outdated);
  }

  private static Customer told(Customer customer, Stored stored) {
    if (stored == Stored.EMAIL_TAKEN) {
      throw new AccountRefusedException(
          Reason.CONFLICT, "email", "there is an account with this address already");
    }
    return customer;
  }

  private static AccountRefusedException outdated() {
    return new AccountRefusedException(
        Reason.OUTDATED, "If-Match", "it was changed meanwhile: look again");
  }

  /** What the store keeps: milliseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
