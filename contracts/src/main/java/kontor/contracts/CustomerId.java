package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An opaque customer: who it is, only the order-service knows, and forgets on demand. 1 to 100
 * visible ASCII characters.
 */
public record CustomerId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CustomerId {
    if (!value.matches("[!-~]{1,100}")) {
      throw new IllegalArgumentException("not a customer id: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
