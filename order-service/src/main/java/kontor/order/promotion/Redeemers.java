package kontor.order.promotion;

import java.util.Locale;
import java.util.Optional;
import kontor.contracts.OrderId;
import kontor.order.customer.Customer;
import kontor.order.customer.Customers;
import kontor.order.customer.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * As whom a buyer counts: as his account, also where he orders as a guest with its e-mail address;
 * else as what stands for his address.
 */
public final class Redeemers {

  private final Customers customers;
  private final GuestCustomers guests;

  public Redeemers(Customers customers, GuestCustomers guests) {
    this.customers = customers;
    this.guests = guests;
  }

  /**
   * Who looks at a cart; of a guest it is not known who he is.
   *
   * @param owner of the cart
   * @param order that the cart became; absent: none yet
   */
  public Redeemer looking(String owner, @Nullable OrderId order) {
    Optional<String> account = account(owner);
    return new Redeemer(order, () -> account);
  }

  /** Who orders a cart. */
  public Redeemer ordering(String owner, String email, OrderId order) {
    return new Redeemer(order, () -> Optional.of(account(owner).orElseGet(() -> guest(email))));
  }

  private static Optional<String> account(String owner) {
    return owner.startsWith(Customer.PREFIX) ? Optional.of(owner) : Optional.empty();
  }

  private String guest(String email) {
    String address = normalised(email);
    return customers
        .byEmail(address)
        .map(customer -> customer.id().value())
        .orElseGet(() -> guests.of(address));
  }

  /** The one form in which an address is compared, also of one that no account may have. */
  public static String normalised(String email) {
    try {
      return new EmailAddress(email).normalised();
    } catch (IllegalArgumentException e) {
      return email.strip().toLowerCase(Locale.ROOT);
    }
  }
}
