package kontor.order.giftcard.adapter;

import kontor.order.giftcard.GiftCardCode;
import kontor.platform.spring.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * The code of a gift card in a request, as a person typed it.
 *
 * @param code with or without dashes
 */
public record TypedCode(@Nullable String code) {

  private static final int LONGEST = 40;

  /**
   * Refuses with the field's name what can be no code; whether there is such a card it does not.
   */
  public GiftCardCode read(String field) {
    if (code == null || code.isBlank()) {
      throw BadRequestException.field(field, "is missing");
    }
    if (code.length() > LONGEST) {
      throw BadRequestException.field(field, "has at most " + LONGEST + " characters");
    }
    return GiftCardCode.typed(code)
        .orElseThrow(
            () -> BadRequestException.field(field, "is mistyped: no gift card has such a code"));
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "TypedCode";
  }
}
