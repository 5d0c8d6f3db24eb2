package kontor.order.promotion;

import kontor.order.customer.EmailAddress;

/** What stands for a guest's e-mail address where nobody may read it. */
public interface GuestCustomers {

  /**
   * An opaque id, the same for the same address until it is erased; made by chance, so that no
   * address can be tried out on it.
   *
   * @param normalised form of the address, as {@link EmailAddress#normalised()}
   */
  String of(String normalised);
}
