package kontor.order.customer;

import kontor.eventstore.Origin;

/** Wants to know when a visitor turns out to be a customer, such as to join their carts. */
public interface SignInListener {

  /**
   * Called at each sign-in, after the password was found right. It may be called again for the same
   * two, and a failure must not keep the customer out.
   *
   * @param visitorSubject the guest as which he came, {@code guest:…}
   * @param customerSubject {@code customer:…}
   */
  void signedIn(String visitorSubject, String customerSubject, Origin origin);
}
