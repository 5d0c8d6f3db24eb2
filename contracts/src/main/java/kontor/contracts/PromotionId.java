package kontor.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One promotion: 1 to 60 letters, digits, dashes and underscores. */
public record PromotionId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PromotionId {
    if (!value.matches("[\\p{L}\\p{N}_-]{1,60}")) {
      throw new IllegalArgumentException("not a promotion id: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
