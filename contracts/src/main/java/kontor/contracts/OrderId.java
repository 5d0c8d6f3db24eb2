package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One order, whatever channel it came from: a UUID. Orders of the shop have a version 7 one; an
 * order of a marketplace has one that follows from channel, account and external id, so that
 * importing it again names the same order.
 */
public record OrderId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrderId {
    if (!UUID.fromString(value).toString().equals(value)) {
      throw new IllegalArgumentException("not an order id: '" + value + "'");
    }
  }

  /** The order that a sale on a marketplace becomes: the same for the same sale. */
  public static OrderId ofSale(ChannelId channel, String account, String externalId) {
    String name = channel + "/" + account + "/" + externalId;
    return new OrderId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
