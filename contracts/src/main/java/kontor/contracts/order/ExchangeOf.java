package kontor.contracts.order;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kontor.contracts.OrderId;

/**
 * The return that an order replaces. What the returned goods were worth is credited from their
 * order to this one; what is not used up here goes back there.
 *
 * @param order of the goods that came back
 * @param rma the number of their return
 */
public record ExchangeOf(OrderId order, String rma) {

  /** The provider in the events by which a credit moves between two orders. */
  public static final String PROVIDER = "exchange";

  /** The order that replaces the return: the same for the same return. */
  public OrderId replacement() {
    String name = order + "/" + rma + "/exchange";
    return new OrderId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** The refund by which the credit leaves the order of the returned goods. */
  public String credit() {
    return PROVIDER + "/" + rma;
  }
}
