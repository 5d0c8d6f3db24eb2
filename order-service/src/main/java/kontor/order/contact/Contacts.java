package kontor.order.contact;

import java.util.Optional;
import kontor.contracts.OrderId;

/** Where contacts are kept. */
public interface Contacts {

  /** Saving again replaces. */
  void save(OrderId order, Contact contact);

  Optional<Contact> find(OrderId order);
}
