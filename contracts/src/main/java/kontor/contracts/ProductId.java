package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One article as described, with all its variants: the handle that the source system or the seller
 * gave it, 1 to 100 letters, digits, dots, dashes and underscores.
 */
public record ProductId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProductId {
    if (!value.matches("[\\p{L}\\p{N}._-]{1,100}")) {
      throw new IllegalArgumentException("not a product id: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
