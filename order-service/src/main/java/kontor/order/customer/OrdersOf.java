package kontor.order.customer;

import java.util.List;
import kontor.contracts.CustomerId;
import kontor.contracts.OrderId;
import kontor.order.lifecycle.OrderSummary;

/** What a customer ordered, as far as this instance knows by now. */
public interface OrdersOf {

  /** Whether what was there when the service started is known. */
  boolean caughtUp();

  /** All of them. */
  List<OrderId> ids(CustomerId customer);

  /** Some of them, the newest first. */
  List<OrderSummary> newest(CustomerId customer, int most);
}
