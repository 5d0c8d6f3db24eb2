package kontor.order.customer;

import java.time.Instant;
import kontor.contracts.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A customer with an account: one document, whose version stops two changes at once from undoing
 * each other.
 *
 * @param version of the document, from 1
 * @param number what people call the customer, unique, such as {@code K10042}
 * @param group decides prices and payment; set by a manager only, such as {@code b2b}
 * @param passwordHash never leaves the service
 * @param sessionsFrom sessions that began before do not count any more
 */
public record Customer(
    CustomerId id,
    long version,
    String number,
    Profile profile,
    AddressBook addresses,
    ConsentBook consents,
    @Nullable String group,
    String passwordHash,
    Instant sessionsFrom,
    Instant registeredAt) {

  /** How the ids of customers begin; visitors' and marketplaces' buyers' begin otherwise. */
  public static final String PREFIX = "customer:";

  static Customer registered(
      CustomerId id, String number, Profile profile, String passwordHash, Instant now) {
    return new Customer(
        id, 1, number, profile, AddressBook.EMPTY, ConsentBook.EMPTY, null, passwordHash, now, now);
  }

  Customer with(Profile other) {
    return with(other, addresses, consents, group);
  }

  Customer with(AddressBook other) {
    return with(profile, other, consents, group);
  }

  Customer with(ConsentBook other) {
    return with(profile, addresses, other, group);
  }

  Customer in(@Nullable String other) {
    return with(profile, addresses, consents, other);
  }

  private Customer with(
      Profile profile, AddressBook addresses, ConsentBook consents, @Nullable String group) {
    return new Customer(
        id,
        version,
        number,
        profile,
        addresses,
        consents,
        group,
        passwordHash,
        sessionsFrom,
        registeredAt);
  }

  /** A new password ends all sessions. */
  Customer withPassword(String hash, Instant now) {
    return new Customer(
        id, version, number, profile, addresses, consents, group, hash, now, registeredAt);
  }

  @Override
  public String toString() {
    return "Customer[" + id + "]";
  }
}
