package kontor.order.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kontor.contracts.CustomerId;
import kontor.order.customer.AccountRefusedException.Reason;
import kontor.order.customer.Consent.Purpose;
import org.jspecify.annotations.Nullable;

/** What customers do with their accounts. Each call is one write, so a crash leaves no half. */
public final class Accounts {

  private final Customers customers;
  private final AccountChanges changes;
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
    this.changes = new AccountChanges(customers);
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
    return AccountChanges.told(fresh, customers.add(fresh));
  }

  public Customer find(CustomerId id) {
    return changes.find(id);
  }

  /**
   * @param seen the version that the author of the change has seen
   */
  public Customer changeProfile(CustomerId id, Profile wanted, long seen) {
    return changes.change(id, seen, customer -> customer.with(wanted));
  }

  public Customer setGroup(CustomerId id, @Nullable String group, long seen) {
    return changes.change(id, seen, customer -> customer.in(group));
  }

  public Customer addAddress(
      CustomerId id, SavedAddress wanted, boolean delivery, boolean invoice) {
    return changes.update(
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
    return changes.change(
        id,
        seen,
        customer -> {
          AddressBook book = known(customer, wanted.id()).put(wanted);
          return customer.with(book.prefer(wanted.id(), delivery, invoice));
        });
  }

  public Customer removeAddress(CustomerId id, String address, long seen) {
    return changes.change(id, seen, c -> c.with(known(c, address).without(address)));
  }

  private static AddressBook known(Customer customer, String address) {
    if (customer.addresses().find(address).isEmpty()) {
      throw new AccountRefusedException(Reason.UNKNOWN, "address", "you have no such address");
    }
    return customer.addresses();
  }

  /** Given at once, or asked for by a mail whose link confirms it. */
  public Customer giveConsent(CustomerId id, Purpose purpose, String textVersion) {
    Customer after =
        changes.update(id, c -> c.with(c.consents().give(purpose, textVersion, now())));
    if (!after.consents().isGiven(purpose)) {
      mails.sendLink(after, use(purpose), now());
    }
    return after;
  }

  public Customer withdrawConsent(CustomerId id, Purpose purpose) {
    return changes.update(id, c -> c.with(c.consents().withdraw(purpose, now())));
  }

  /** The link in a mail was used; using it again changes nothing. */
  public void confirmConsent(String token, Purpose purpose) {
    CustomerId id = links.find(token, use(purpose), now()).orElseThrow(Accounts::badLink);
    changes.update(
        id, c -> c.with(c.consents().confirm(purpose, now()).orElseThrow(Accounts::badLink)));
  }

  static LinkTokens.Use use(Purpose purpose) {
    return switch (purpose) {
      case NEWSLETTER -> LinkTokens.Use.CONFIRM_NEWSLETTER;
      case REVIEW_REQUESTS -> LinkTokens.Use.CONFIRM_REVIEW_REQUESTS;
      case PERSONAL_OFFERS -> throw new IllegalArgumentException("needs no link: " + purpose);
    };
  }

  static AccountRefusedException badLink() {
    return new AccountRefusedException(
        Reason.INPUT, "token", "the link is not valid any more; ask for a new one");
  }

  /** What the store keeps: milliseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
