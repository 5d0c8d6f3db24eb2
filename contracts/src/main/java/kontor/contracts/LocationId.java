package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A place that holds stock, such as {@code main}: lower-case letters, digits and dashes, 1 to 40
 * characters.
 */
public record LocationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LocationId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("not a location: '" + value + "'");
    }
  }

  /** The location of a merchant who has only one. */
  public static final LocationId MAIN = new LocationId("main");

  @Override
  public String toString() {
    return value;
  }
}
