package kontor.order.privacy;

import java.util.Map;
import java.util.Optional;
import kontor.contracts.OrderId;

/** The contacts of orders, as they lie in the store. */
public interface PersonalData {

  /** All fields of the contact by name. */
  Optional<Map<String, Object>> contact(OrderId order);

  /** Erasing again is fine. */
  void eraseContact(OrderId order);
}
