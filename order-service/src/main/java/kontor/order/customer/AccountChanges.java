package kontor.order.customer;

import java.util.Optional;
import java.util.function.UnaryOperator;
import kontor.contracts.CustomerId;
import kontor.order.customer.AccountRefusedException.Reason;
import kontor.order.customer.Customers.Stored;

/** Changes customers so that two changes at once do not undo each other. */
final class AccountChanges {

  private final Customers customers;

  AccountChanges(Customers customers) {
    this.customers = customers;
  }

  Customer find(CustomerId id) {
    return customers
        .find(id)
        .orElseThrow(() -> new AccountRefusedException(Reason.UNKNOWN, "id", "no such customer"));
  }

  Customer change(CustomerId id, long seen, UnaryOperator<Customer> how) {
    Customer before = find(id);
    if (before.version() != seen) {
      throw outdated();
    }
    return store(before, how);
  }

  /** For changes that do not depend on what their author saw: tried until nobody interferes. */
  Customer update(CustomerId id, UnaryOperator<Customer> how) {
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
    return tryOnce(before, how).orElseThrow(AccountChanges::outdated);
  }

  static Customer told(Customer customer, Stored stored) {
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
}
