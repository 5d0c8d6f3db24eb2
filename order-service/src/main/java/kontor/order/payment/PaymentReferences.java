package kontor.order.payment;

import java.util.Optional;
import kontor.contracts.OrderId;

/** Which order a reference on a bank statement, or a provider's own id, belongs to. */
public interface PaymentReferences {

  /** Keeping it again is fine. */
  void keep(String reference, OrderId order);

  Optional<OrderId> find(String reference);
}
