package kontor.order.customer;

import java.util.List;
import java.util.Optional;
import kontor.contracts.CustomerId;
import org.jspecify.annotations.Nullable;

/** Where customers are kept. */
public interface Customers {

  /** What became of a write. */
  enum Stored {
    DONE,
    /** Somebody else has changed it meanwhile, or it is gone. */
    OUTDATED,
    /** Another customer has this e-mail address. */
    EMAIL_TAKEN
  }

  /**
   * Some customers by number.
   *
   * @param next where the next page begins
   */
  record Page(List<Customer> items, @Nullable String next) {}

  /** A number that no other customer has. */
  String nextNumber();

  Stored add(Customer customer);

  /** Replaces the customer of this very version; stored, it has the next one. */
  Stored replace(Customer changed);

  Optional<Customer> find(CustomerId id);

  /**
   * @param normalised form of the e-mail address
   */
  Optional<Customer> byEmail(String normalised);

  /**
   * @param words a part of name, company, e-mail address or number, in any case; all when empty
   * @param cursor what the last page said is next
   */
  Page search(String words, @Nullable String cursor, int limit);

  /** Whether there was one. */
  boolean remove(CustomerId id);
}
