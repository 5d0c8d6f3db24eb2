package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A supplier, such as {@code tea-hamburg}: lower-case letters, digits and dashes, 1 to 40
 * characters.
 */
public record SupplierId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SupplierId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("not a supplier: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
