package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A number of units, never negative. A change of stock, which can be, is an {@code int}. */
public record Quantity(@JsonValue int value) implements Comparable<Quantity> {

  public static final Quantity ZERO = new Quantity(0);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Quantity {
    if (value < 0) {
      throw new IllegalArgumentException("not a quantity: " + value);
    }
  }

  public Quantity plus(Quantity other) {
    return new Quantity(Math.addExact(value, other.value));
  }

  /** Refuses a result below zero with an {@link IllegalArgumentException}. */
  public Quantity minus(Quantity other) {
    return new Quantity(Math.subtractExact(value, other.value));
  }

  public boolean isZero() {
    return value == 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
