package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where we sell: {@code shop}, or a marketplace with its country such as {@code ebay-de}.
 * Lower-case letters, digits and dashes, 2 to 40 characters.
 */
public record ChannelId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ChannelId {
    if (!value.matches("[a-z][a-z0-9-]{1,39}")) {
      throw new IllegalArgumentException("not a channel: '" + value + "'");
    }
  }

  /** Our own web shop. */
  public static final ChannelId SHOP = new ChannelId("shop");

  @Override
  public String toString() {
    return value;
  }
}
