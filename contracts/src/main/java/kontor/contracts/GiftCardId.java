package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One gift card: a UUID. It is not the code with which the card is used, and nobody gets from one
 * to the other.
 */
public record GiftCardId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public GiftCardId {
    if (!UUID.fromString(value).toString().equals(value)) {
      throw new IllegalArgumentException("not a gift card id: '" + value + "'");
    }
  }

  /** The card that a request is for: the same for the same request of the same person. */
  public static GiftCardId ofRequest(String actor, String key) {
    byte[] name = ("gift-card/" + actor + "/" + key).getBytes(StandardCharsets.UTF_8);
    return new GiftCardId(UUID.nameUUIDFromBytes(name).toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
