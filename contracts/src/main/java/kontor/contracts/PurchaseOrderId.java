package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One order to a supplier: the number that stands on it, such as {@code PO-2026-17}. Letters,
 * digits, points, dashes and underscores, 1 to 40 characters.
 */
public record PurchaseOrderId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PurchaseOrderId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      throw new IllegalArgumentException("not a purchase order's number: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
